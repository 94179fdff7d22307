using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Calendar;
using IntegrationHub.Domain.Thresholds;

namespace IntegrationHub.Domain.Tests.Thresholds;

/// <summary>A child's marks over two academic years, told day by day, and judged on a date.</summary>
internal sealed class ChildStory
{
    /// <summary>Terms of 2022/23 and 2023/24, which holds 29 February 2024.</summary>
    public static readonly SchoolCalendar Calendar = new(
        [
            new Term("Autumn 2022", Day(2022, 9, 5), Day(2022, 12, 16), Day(2022, 10, 24), Day(2022, 10, 28)),
            new Term("Spring 2023", Day(2023, 1, 3), Day(2023, 3, 31), Day(2023, 2, 13), Day(2023, 2, 17)),
            new Term("Summer 2023", Day(2023, 4, 17), Day(2023, 7, 21), Day(2023, 5, 29), Day(2023, 6, 2)),
            new Term("Autumn 2023", Day(2023, 9, 4), Day(2023, 12, 20), Day(2023, 10, 23), Day(2023, 10, 27)),
            new Term("Spring 2024", Day(2024, 1, 2), Day(2024, 3, 28), Day(2024, 2, 12), Day(2024, 2, 16)),
            new Term("Summer 2024", Day(2024, 4, 15), Day(2024, 7, 23), Day(2024, 5, 27), Day(2024, 5, 31)),
        ],
        []);

    private readonly Dictionary<(DateOnly Date, SchoolSession Session), AttendanceCode> _marks = [];

    public SchoolCalendar SchoolCalendar { get; init; } = Calendar;

    public ThresholdSettings Settings { get; init; } = new()
    {
        Switches = new Dictionary<string, bool> { [ThresholdCatalogue.PenaltyNoticePortsmouth2023.Name] = true },
    };

    public DateOnly DateOfBirth { get; init; } = Day(2012, 5, 1);

    public IEnumerable<KeyValuePair<(DateOnly Date, SchoolSession Session), AttendanceCode>> Marks => _marks;

    /// <summary>Marks a day; "-" leaves a session without a mark.</summary>
    public ChildStory On(DateOnly date, string am, string pm)
    {
        Mark(date, SchoolSession.Am, am);
        Mark(date, SchoolSession.Pm, pm);
        return this;
    }

    /// <summary>Marks every school day of the calendar from one date to another, both inclusive.</summary>
    public ChildStory Days(DateOnly from, DateOnly to, string am, string pm)
    {
        for (DateOnly date = from; date <= to; date = date.AddDays(1))
        {
            if (SchoolCalendar.IsSchoolDay(date))
                On(date, am, pm);
        }
        return this;
    }

    /// <summary>Marks so many school days from a date on.</summary>
    public ChildStory DaysFrom(DateOnly from, int count, string am, string pm) =>
        Days(from, SchoolCalendar.AddSchoolDays(from.AddDays(-1), count)!.Value, am, pm);

    public ThresholdResult Judge(ThresholdDefinition threshold, DateOnly asOf) => JudgeAll(asOf).Single(x => x.Threshold == threshold);

    public ThresholdResult[] JudgeAll(DateOnly asOf)
    {
        DateOnly first = SchoolFrame.FirstDayFor(asOf);
        byte[] codes = new byte[2 * (asOf.DayNumber - first.DayNumber + 1)];
        foreach (((DateOnly date, SchoolSession session), AttendanceCode code) in _marks)
        {
            int slot = SessionNumber.Of(date, session) - (2 * first.DayNumber);
            if (slot >= 0 && slot < codes.Length)
                codes[slot] = code.Index;
        }
        ChildMarks child = new();
        child.Fill(first, codes);
        ThresholdJudge judge = new(Settings);
        ThresholdResult[] results = new ThresholdResult[judge.Thresholds.Length];
        judge.Judge(child, DateOfBirth, new SchoolFrame(SchoolDaysOn(asOf), SchoolCalendar.LastBegun(asOf), asOf, Settings), results);
        return results;
    }

    /// <summary>The calendar's days, and those of the child's own marks.</summary>
    public SchoolDays SchoolDaysOn(DateOnly asOf)
    {
        RegisterDays registers = new(SchoolFrame.FirstDayFor(asOf), asOf);
        foreach (IGrouping<AcademicYear, KeyValuePair<(DateOnly Date, SchoolSession Session), AttendanceCode>> year in _marks.GroupBy(x => AcademicYear.FromDate(x.Key.Date)))
        {
            byte[] strip = new byte[year.Key.Slots];
            foreach (((DateOnly date, SchoolSession session), AttendanceCode code) in year)
                strip[year.Key.SlotOf(date, session)] = code.Index;
            registers.Add(year.Key, new EnrolmentMarks(default, strip, 0, strip.Length - 1));
        }
        return SchoolDays.Of(SchoolCalendar, registers, AcademicYear.FromDate(asOf).End);
    }

    public static DateOnly Day(int year, int month, int day) => new(year, month, day);

    private void Mark(DateOnly date, SchoolSession session, string code)
    {
        _marks.Remove((date, session));
        if (code != "-")
            _marks[(date, session)] = AttendanceCode.Parse(code);
    }
}
