using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.Domain.Tests.Attendance;

public class CodeHistogramTests
{
    [Fact]
    public void Add_AnyStrips_CountsThemByCodeAndByCategory() => Holds.ForAll<(byte[] One, byte[] Other)>(drawn =>
    {
        (byte[] one, byte[] other) = (Strips.Of(drawn.One), Strips.Of(drawn.Other));
        CodeHistogram histogram = new();
        histogram.Add(one);
        CodeHistogram both = new();
        both.Add(other);
        both.Add(histogram);
        string[] texts = [.. Strips.Texts(one), .. Strips.Texts(other)];
        CodeCounts counts = both.ToCodeCounts();
        return AttendanceCode.All.All(code => counts[code] == texts.Count(text => text == code.Value))
            && both.ToSessionCounts() == AttendanceStrip.Count([.. one, .. other])
            && both.HasMarks == texts.Any(text => text.Length > 0);
    });

    [Fact]
    public void Clear_BeginsFromNought()
    {
        CodeHistogram histogram = new();
        histogram.Add(Strips.Of("/ I O"));
        histogram.Clear();
        histogram.HasMarks.ShouldBeFalse();
        histogram.ToSessionCounts().Marked.ShouldBe(0);
    }

    [Fact]
    public void Counts_OfAByteThatIsNoCode_Throw()
    {
        CodeHistogram histogram = new();
        histogram.Add([1, 200]);
        Should.Throw<InvalidDataException>(() => histogram.ToSessionCounts());
        Should.Throw<InvalidDataException>(() => histogram.ToCodeCounts());
        Should.Throw<InvalidDataException>(() => new CodeHistogram().Add(histogram));
    }
}
