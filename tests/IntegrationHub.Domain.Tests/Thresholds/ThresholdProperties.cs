using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Thresholds;
using static IntegrationHub.Domain.Tests.Thresholds.ChildStory;

namespace IntegrationHub.Domain.Tests.Thresholds;

/// <summary>Any child's last half year of marks, every threshold of it, against the second opinion day by day.</summary>
public class ThresholdProperties
{
    private const int DaysToldOf = 130;

    // In term, in the first week of a year, at the end of one, on a leap day, in the holidays.
    private static readonly DateOnly[] Dates =
        [Day(2024, 1, 24), Day(2023, 9, 8), Day(2024, 7, 31), Day(2024, 2, 29), Day(2023, 12, 26), Day(2023, 8, 1), Day(2024, 5, 30)];

    private static readonly string[] Absences = ["N", "O", "U", "G", "I", "M", "E", "C", "C2"];
    private static readonly string[] Impossible = ["D", "X", "Y4", "#", "Z", "-"];

    [Fact]
    public void AnyChild_IsMetWhenTheSecondOpinionSaysSo_AndSince() => Holds.ForSome<int>(150, seed =>
    {
        Random chance = new(seed);
        DateOnly asOf = Dates[chance.Next(Dates.Length)];
        ChildStory child = Child(chance, asOf);
        PlainThresholds plain = Plain(child, asOf);
        foreach (ThresholdResult result in child.JudgeAll(asOf))
        {
            DateOnly[] days = [.. Enumerable.Range(0, DaysToldOf + 1).Select(x => asOf.AddDays(x - DaysToldOf)).Where(x => plain.IsMet(result.Threshold.Name, x))];
            DateOnly? since = days.Contains(asOf) ? Since(days, asOf) : null;
            DateOnly? first = days.Where(x => x >= FirstDayAsked(result, child, asOf) || x >= since).Select(x => (DateOnly?)x).FirstOrDefault();
            if ((result.Status == ThresholdStatus.Met) != (since is not null) || result.MetSinceDate != since || result.FirstMetDate != first)
                throw new InvalidOperationException($"{result.Threshold} on {asOf}: {result.Status} {result.FirstMetDate} {result.MetSinceDate}, expected {first} {since}");
        }
        return true;
    });

    [Fact]
    public void AnyChild_IsInOneBandAtMost_AndItsProofAddsUp() => Holds.ForAll<int>(seed =>
    {
        Random chance = new(seed);
        DateOnly asOf = Dates[chance.Next(Dates.Length)];
        ThresholdResult[] results = Child(chance, asOf).JudgeAll(asOf);
        int bands = results.Count(x => x.Status == ThresholdStatus.Met && x.Threshold.Name.StartsWith("COVENTRY", StringComparison.Ordinal));
        bool enough = results[0].PossibleSessions >= 20;
        return bands == (enough ? 1 : 0) && results.Where(x => x.Status == ThresholdStatus.Met).All(x => x.FirstMetDate <= x.MetSinceDate
            && x.MetSinceDate <= asOf
            && !x.ProvingSessions.IsEmpty == (x.Threshold != ThresholdCatalogue.CoventryStage1 || x.PossibleSessions > x.AttendedSessions)
            && x.ProvingSessions.ToArray().SequenceEqual(x.ProvingSessions.ToArray().Distinct().Order())
            && (x.Threshold.Unit != ThresholdUnit.Sessions || x.Threshold == ThresholdCatalogue.ContactWeek3 || x.ProvingSessions.Length == x.Counted));
    });

    private static DateOnly Since(DateOnly[] days, DateOnly asOf)
    {
        DateOnly since = asOf;
        while (days.Contains(since.AddDays(-1)))
            since = since.AddDays(-1);
        return since;
    }

    // The first day that may count as the first one met: of rolling weeks and of the term the window's, of everything else the year's.
    private static DateOnly FirstDayAsked(ThresholdResult result, ChildStory child, DateOnly asOf) => result.Threshold.Name switch
    {
        "PENALTY_NOTICE_PORTSMOUTH_2023" => child.SchoolCalendar.LastBegun(asOf)!.Start,
        _ => AcademicYear.FromDate(asOf).Start,
    };

    /// <summary>Spells of one kind and another, of one day to four weeks, on school days and now and then on others.</summary>
    private static ChildStory Child(Random chance, DateOnly asOf)
    {
        ChildStory child = new();
        string[] codes = ["/"];
        for ((DateOnly date, int left) = (asOf.AddDays(1 - DaysToldOf), 0); date <= asOf; (date, left) = (date.AddDays(1), left - 1))
        {
            if (left <= 0)
                (codes, left) = (Spell(chance), chance.Next(1, 28));
            if (child.SchoolCalendar.IsSchoolDay(date) || chance.Next(60) == 0)
                child.On(date, codes[chance.Next(codes.Length)], codes[chance.Next(codes.Length)]);
        }
        return child;
    }

    private static string[] Spell(Random chance) => chance.Next(8) switch
    {
        0 => ["N", "O"],
        1 => [Absences[chance.Next(Absences.Length)]],
        2 => ["E", "E", "E", Impossible[chance.Next(Impossible.Length)]],
        3 => ["/", "C2"],
        4 => ["/", "/", "\\", "B", Absences[chance.Next(Absences.Length)]],
        5 => [.. Absences, .. Impossible, "/"],
        6 => Impossible,
        _ => ["/", "\\", "L"],
    };

    private static PlainThresholds Plain(ChildStory child, DateOnly asOf)
    {
        var marks = child.Marks.Select(x => (x.Key.Date, x.Key.Session == SchoolSession.Pm, x.Value.Value)).ToList();
        DateOnly[] days = [.. Enumerable.Range(0, 730).Select(SchoolFrame.FirstDayFor(asOf).AddDays)];
        bool IsSchoolDay(DateOnly day)
        {
            string[] codes = [.. marks.Where(x => x.Date == day).Select(x => x.Value)];
            bool closed = codes.Contains("#") && codes.All(x => x is "#" or "Z");
            return (ChildStory.Calendar.IsSchoolDay(day) && !closed) || codes.Any(Attendance.PlainCodes.IsPossible);
        }

        return new PlainThresholds(marks, [.. days.Where(IsSchoolDay)], child.SchoolCalendar);
    }
}
