using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.Domain.Tests.Attendance;

public class AttendanceCodeParsingTests
{
    [Theory]
    [InlineData("l", "L")]
    [InlineData("  y3 ", "Y3")]
    [InlineData("J", "J")]
    [InlineData("J1", "J1")]
    [InlineData("\\", "\\")]
    [InlineData("#\t", "#")]
    public void TryParse_CodeInAnyCase_IsRead(string text, string code)
    {
        AttendanceCode.TryParse(text, out AttendanceCode parsed).ShouldBeTrue();
        parsed.Value.ShouldBe(code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("A")]
    [InlineData("J2")]
    [InlineData("Y0")]
    [InlineData("Y8")]
    [InlineData("/\\")]
    [InlineData("1C")]
    [InlineData("C 1")]
    [InlineData("I01")]
    [InlineData("\u0130")]
    [InlineData("\u0131")]
    [InlineData("\uFF2C")]
    [InlineData("\u017F")]
    public void TryParse_AnythingElse_IsRefused(string text)
    {
        AttendanceCode.TryParse(text, out AttendanceCode code).ShouldBeFalse();
        code.ShouldBe(default);
    }

    [Fact]
    public void TryParse_AnyText_AgreesWithAListOfCodes() => Holds.ForAll<string?>(text =>
    {
        string candidate = (text ?? "").Trim().ToUpperInvariant();
        return AttendanceCode.TryParse(text, out AttendanceCode code) == AttendanceCode.All.Any(known => known.Value == candidate)
            && code.Value == (code.IsMark ? candidate : "");
    });

    [Fact]
    public void TryParse_OfManyCodes_AllocatesNothing()
    {
        string[] texts = ["/", " y7", "J1", "nonsense", "-", "\\"];
        ParseAll(texts);
        long before = GC.GetAllocatedBytesForCurrentThread();
        ParseAll(texts);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(" ", true)]
    [InlineData(" - ", true)]
    [InlineData("--", false)]
    [InlineData("N", false)]
    public void IsNotMarked_BlankAndDash_AreNoMark(string text, bool notMarked) => AttendanceCode.IsNotMarked(text).ShouldBe(notMarked);

    private static int ParseAll(string[] texts)
    {
        int codes = 0;
        foreach (string text in texts)
            codes += AttendanceCode.TryParse(text, out _) ? 1 : 0;
        return codes;
    }
}
