using IntegrationHub.City.Dfe;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Published;

namespace IntegrationHub.City.Tests.Dfe;

public sealed class DfeMarksTests
{
    [Theory]
    [InlineData(10, 12, 6)]
    [InlineData(0, 9, 1)]
    [InlineData(13_739, 11_417, 2_042)]
    [InlineData(3, 3, 0)]
    public void Marks_OfAnyRow_AddUpToIt(long morning, long afternoon, long ill)
    {
        DfeMarks marks = DfeMarks.Of(Sessions(morning, afternoon, ill));
        CodeCounts counts = CodeCounts.Of(marks.Morning.Span) + CodeCounts.Of(marks.Afternoon.Span);

        counts[AttendanceCode.Parse("/")].ShouldBe(morning);
        counts[AttendanceCode.Parse("\\")].ShouldBe(afternoon);
        counts[AttendanceCode.Parse("I")].ShouldBe(ill);
    }

    [Fact]
    public void Morning_HoldsNoAfternoonCode()
    {
        DfeMarks marks = DfeMarks.Of(Sessions(5, 7, 4));
        marks.Morning.ToArray().ShouldNotContain(AttendanceCode.Parse("\\").Index);
        marks.Afternoon.ToArray().ShouldNotContain(AttendanceCode.Parse("/").Index);
    }

    [Fact]
    public void Pupils_AreAsManyAsTheSessionsNeed()
    {
        DfeMarks.Of(Sessions(10, 12, 6)).Pupils.ShouldBe(14);
        DfeMarks.Of(Sessions(10, 20, 2)).Pupils.ShouldBe(20);
    }

    [PublishedFact]
    public void EveryRow_CountedByTheHubsRules_IsAsPublished()
    {
        PublishedRow[] published = [.. PublishedDay.Rows.Where(row => !row.IsSuppressed)];
        published.Length.ShouldBe(3_200);
        List<string> differences = [];
        foreach (PublishedRow row in published)
        {
            DfeMarks marks = DfeMarks.Of(row.Sessions);
            CodeCounts counts = CodeCounts.Of(marks.Morning.Span) + CodeCounts.Of(marks.Afternoon.Span);
            differences.AddRange(DfeComparison.Of(row, counts).Differences.Select(figure => $"{row.AreaName} {row.Period!.From:yyyy-MM-dd}: {figure}"));
        }

        differences.ShouldBeEmpty();
    }

    private static CodeCounts Sessions(long morning, long afternoon, long ill) => CodeCounts.Of(
        new Dictionary<AttendanceCode, long>
        {
            [AttendanceCode.Parse("/")] = morning,
            [AttendanceCode.Parse("\\")] = afternoon,
            [AttendanceCode.Parse("I")] = ill,
        });
}
