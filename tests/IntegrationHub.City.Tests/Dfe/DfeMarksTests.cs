using System.Collections.Immutable;
using IntegrationHub.City.Dfe;
using IntegrationHub.Domain.Attendance;

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
        DfeMarks marks = DfeMarks.Of(Row(morning, afternoon, ill));
        CodeCounts counts = CodeCounts.Of(marks.Morning.Span) + CodeCounts.Of(marks.Afternoon.Span);

        counts[AttendanceCode.Parse("/")].ShouldBe(morning);
        counts[AttendanceCode.Parse("\\")].ShouldBe(afternoon);
        counts[AttendanceCode.Parse("I")].ShouldBe(ill);
    }

    [Fact]
    public void Morning_HoldsNoAfternoonCode()
    {
        DfeMarks marks = DfeMarks.Of(Row(5, 7, 4));
        marks.Morning.ToArray().ShouldNotContain(AttendanceCode.Parse("\\").Index);
        marks.Afternoon.ToArray().ShouldNotContain(AttendanceCode.Parse("/").Index);
    }

    [Fact]
    public void Pupils_AreAsManyAsTheSessionsNeed()
    {
        DfeMarks.Of(Row(10, 12, 6)).Pupils.ShouldBe(14);
        DfeMarks.Of(Row(10, 20, 2)).Pupils.ShouldBe(20);
    }

    [PublishedFact]
    public void EveryRow_CountedByTheHubsRules_IsAsPublished()
    {
        DfeRow[] published = [.. PublishedDay.Rows.Where(row => !row.IsSuppressed)];
        published.Length.ShouldBe(3_200);
        List<string> differences = [];
        foreach (DfeRow row in published)
        {
            DfeMarks marks = DfeMarks.Of(row);
            CodeCounts counts = CodeCounts.Of(marks.Morning.Span) + CodeCounts.Of(marks.Afternoon.Span);
            differences.AddRange(DfeComparison.Of(row, counts).Differences.Select(figure => $"{row.AreaName} {row.Date:yyyy-MM-dd}: {figure}"));
        }

        differences.ShouldBeEmpty();
    }

    [PublishedFact]
    public void File_HoldsSomeOfTheCodeWithoutAColumn() =>
        PublishedDay.Rows.Count(row => row.Sessions.GetValueOrDefault("F") > 0).ShouldBe(62);

    private static DfeRow Row(long morning, long afternoon, long ill) => new()
    {
        LaCode = "999",
        AreaName = "Nowhere",
        Date = new DateOnly(2025, 9, 12),
        Phase = "Primary",
        Schools = 2,
        IsSuppressed = false,
        Sessions = ImmutableSortedDictionary<string, long>.Empty.Add("/", morning).Add("\\", afternoon).Add("I", ill),
        Measures = ImmutableSortedDictionary<string, long>.Empty,
        Rates = ImmutableSortedDictionary<string, string>.Empty,
    };
}
