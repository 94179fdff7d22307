using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Calendar;
using IntegrationHub.Server.Schools;

namespace IntegrationHub.Server.Attendance.Summaries;

/// <summary>Part of a window under one key: the days of a week, of a term, or all.</summary>
/// <param name="Parts">Runs of days, each within one academic year.</param>
internal sealed record TimeSegment(int Key, IReadOnlyList<SlotRange> Parts);

/// <summary>Cuts a window into the times that a summary is grouped by.</summary>
internal sealed class SummaryTimes
{
    private const int Whole = 0;
    private const string OutsideTerms = "OUTSIDE_TERMS";

    private readonly AttendanceWindow _window;
    private readonly Func<int, Func<DateOnly, int>> _keysOfSchool;
    private readonly Dictionary<int, IReadOnlyList<TimeSegment>> _segments = [];
    private readonly bool _sameForAll;
    private readonly List<(string Label, DateOnly From)> _named = [];

    public SummaryTimes(AttendanceWindow window, SummaryGrouping first, SummaryGrouping second, string authority, SchoolCalendars calendars)
    {
        _window = window;
        _sameForAll = true;
        _keysOfSchool = _ => _ => Whole;
        if (first == SummaryGrouping.Week || second == SummaryGrouping.Week)
        {
            _keysOfSchool = _ => day => day.DayNumber - (((int)day.DayOfWeek + 6) % 7);
        }
        else if (first is SummaryGrouping.Term or SummaryGrouping.HalfTerm || second is SummaryGrouping.Term or SummaryGrouping.HalfTerm)
        {
            var halves = first == SummaryGrouping.HalfTerm || second == SummaryGrouping.HalfTerm;
            _sameForAll = false;
            _keysOfSchool = laestab => KeysOf(calendars.Find(authority, laestab), halves);
        }
    }

    /// <summary>The segments of a school: terms are the school's own where it has some.</summary>
    public IReadOnlyList<TimeSegment> SegmentsOf(int laestab)
    {
        var school = _sameForAll ? 0 : laestab;
        if (!_segments.TryGetValue(school, out var segments))
            _segments[school] = segments = Cut(_keysOfSchool(school));
        return segments;
    }

    public string LabelOf(int key) => _sameForAll ? DateOnly.FromDayNumber(key).ToString("yyyy-MM-dd", null) : _named[key].Label;

    /// <summary>Times come in their order; where schools differ, by who begins first.</summary>
    public long RankOf(int key) => _sameForAll ? key : _named[key].From.DayNumber;

    private Func<DateOnly, int> KeysOf(SchoolCalendar? calendar, bool halves) => day =>
    {
        if (calendar?.TermOf(day) is not { } term)
            return KeyOf(OutsideTerms, DateOnly.MaxValue);
        if (!halves || term.HalfTermStart is not { } pause)
            return KeyOf(term.Name, term.Start);
        if (day < pause)
            return KeyOf($"{term.Name}, first half", term.Start);
        return day > term.HalfTermEnd ? KeyOf($"{term.Name}, second half", pause) : KeyOf(OutsideTerms, DateOnly.MaxValue);
    };

    private int KeyOf(string label, DateOnly from)
    {
        var key = _named.FindIndex(x => x.Label == label);
        if (key < 0)
        {
            _named.Add((label, from));
            return _named.Count - 1;
        }
        if (from < _named[key].From)
            _named[key] = (label, from);
        return key;
    }

    private List<TimeSegment> Cut(Func<DateOnly, int> keyOf)
    {
        var parts = new SortedDictionary<int, List<SlotRange>>();
        foreach (var year in _window.SlotRanges)
        {
            var (from, last) = (year.FromSlot, year.Year.DateOf(year.ToSlot - 1));
            for (var day = year.Year.DateOf(from); day <= last; day = day.AddDays(1))
            {
                if (day < last && keyOf(day) == keyOf(day.AddDays(1)))
                    continue;
                var to = year.Year.SlotOf(day, SchoolSession.Pm) + 1;
                if (!parts.TryGetValue(keyOf(day), out var runs))
                    parts[keyOf(day)] = runs = [];
                runs.Add(new SlotRange(year.Year, from, to));
                from = to;
            }
        }
        return [.. parts.Select(x => new TimeSegment(x.Key, x.Value))];
    }
}
