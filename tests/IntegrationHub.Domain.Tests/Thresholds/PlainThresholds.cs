using IntegrationHub.Domain.Calendar;
using IntegrationHub.Domain.Tests.Attendance;
using Mark = (System.DateOnly Date, bool Afternoon, string Code);

namespace IntegrationHub.Domain.Tests.Thresholds;

/// <summary>A second opinion: each threshold asked of a plain list of marks, on one day, in the words of its rule and without regard to speed.</summary>
internal sealed class PlainThresholds(IReadOnlyList<Mark> marks, IReadOnlyList<DateOnly> schoolDays, SchoolCalendar calendar)
{
    private const int Least = 20;

    public bool IsMet(string name, DateOnly day)
    {
        DateOnly year = day.Month >= 8 ? new DateOnly(day.Year, 8, 1) : new DateOnly(day.Year - 1, 8, 1);
        List<string> toDate = Codes(year, day);
        return name switch
        {
            "PERSISTENTLY_ABSENT" => Enough(toDate) && Percent(toDate) <= 90,
            "SEVERELY_ABSENT" => Enough(toDate) && Percent(toDate) <= 50,
            "CHRONICALLY_ABSENT" => Enough(toDate) && Percent(toDate) < 50,
            "COVENTRY_STAGE_1" => Enough(toDate) && Percent(toDate) > 90,
            "COVENTRY_STAGE_2" => Enough(toDate) && Percent(toDate) is <= 90 and >= 80,
            "COVENTRY_STAGE_3" => Enough(toDate) && Percent(toDate) < 80,
            "PERSISTENT_ABSENCE_REVIEW" => Enough(toDate) && Percent(toDate) <= 90,
            "SEVERELY_ABSENT_MEETING" or "LINK_COORDINATOR_TRACKER" => Enough(toDate) && Percent(toDate) <= 50,
            "CONTACT_DAY_1" => Run(day, codes => codes.Any(IsUnexplained)) >= 1,
            "CONTACT_DAY_3" => Run(day, Unseen) >= 3,
            "CONTACT_DAY_6" => Run(day, Unseen) >= 6,
            "CONTACT_WEEK_3" => ThreeWeeks(day) || Continuous(day),
            "CONTACT_WEEK_6" => Weeks(day, 6) is var six && Enough(six) && Percent(six) <= 90,
            "CONTACT_WEEK_12" => new[] { Weeks(day, 12), Weeks(day, 6) }.All(x => Enough(x) && Percent(x) <= 90),
            "PENALTY_NOTICE_NATIONAL" => Weeks(day, 10).Count(PlainCodes.Unauthorised.Contains) >= 10,
            "PENALTY_NOTICE_PORTSMOUTH_2023" => Codes(calendar.LastBegun(day)!.Start, day).Count(PlainCodes.Unauthorised.Contains) >= 10,
            "SCHOOL_ATTENDANCE_PANEL" => toDate.Count(PlainCodes.Unauthorised.Contains) >= 15,
            "LA_RETURN_UNAUTHORISED" => Run(day, codes => codes.All(PlainCodes.Unauthorised.Contains)) >= 10,
            "LA_RETURN_SICKNESS" => toDate.Count(x => x == "I") >= 30,
            "PART_TIME_TIMETABLE" => PartTimeWeeks(day) > 6,
            "SIXTH_DAY_PROVISION" => Run(day, codes => codes.All(x => x == "E")) >= 6,
            _ => false,
        };
    }

    private List<string> Codes(DateOnly from, DateOnly to) => [.. marks.Where(x => x.Date >= from && x.Date <= to).Select(x => x.Code)];

    private static bool Enough(List<string> codes) => codes.Count(PlainCodes.IsPossible) >= Least;

    private static decimal Percent(List<string> codes) => 100m * codes.Count(PlainCodes.IsAttended) / codes.Count(PlainCodes.IsPossible);

    private static bool IsUnexplained(string code) => code is "N" or "O";

    private static bool Unseen(IReadOnlyList<string> codes) => codes.Any(IsUnexplained) && !codes.Any(PlainCodes.IsAttended);

    /// <summary>How many of the last days with a possible session, the very last first, are as asked.</summary>
    private int Run(DateOnly day, Func<IReadOnlyList<string>, bool> counts) => PossibleDays(day).TakeWhile(counts).Count();

    private IEnumerable<IReadOnlyList<string>> PossibleDays(DateOnly day) => marks
        .Where(x => x.Date <= day && PlainCodes.IsPossible(x.Code))
        .GroupBy(x => x.Date)
        .OrderByDescending(x => x.Key)
        .Select(x => (IReadOnlyList<string>)[.. x.Select(mark => mark.Code)]);

    private List<string> Weeks(DateOnly day, int weeks) => Codes(WeekStart(day, weeks), day);

    private DateOnly WeekStart(DateOnly day, int weeks) => schoolDays
        .Select(SchoolDays.MondayOf).Distinct().Where(x => x <= day).OrderDescending().Skip(weeks - 1).FirstOrDefault();

    private bool ThreeWeeks(DateOnly day)
    {
        DateOnly from = WeekStart(day, 3);
        List<string> codes = Codes(from, day);
        IEnumerable<DateOnly> weeks = marks
            .Where(x => x.Date >= from && x.Date <= day && PlainCodes.Unauthorised.Contains(x.Code)).Select(x => SchoolDays.MondayOf(x.Date)).Distinct();
        return Enough(codes) && Percent(codes) < 90 && weeks.Count() >= 2;
    }

    private bool Continuous(DateOnly day)
    {
        List<IReadOnlyList<string>> run = [.. PossibleDays(day).TakeWhile(codes => !codes.Any(PlainCodes.IsAttended))];
        return run.Count >= 10 && run.Any(codes => codes.Any(PlainCodes.Unauthorised.Contains));
    }

    private int PartTimeWeeks(DateOnly day)
    {
        int weeks = 0;
        foreach (IGrouping<DateOnly, Mark> week in marks.Where(x => x.Date <= day).GroupBy(x => SchoolDays.MondayOf(x.Date)).OrderByDescending(x => x.Key))
        {
            if (week.Any(x => x.Code == "C2"))
                weeks++;
            else if (week.Any(x => PlainCodes.IsPossible(x.Code)) && week.Key.AddDays(6) < day)
                break;
        }
        return weeks;
    }
}
