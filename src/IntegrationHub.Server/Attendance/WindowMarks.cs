using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Calendar;
using IntegrationHub.Domain.Identity;
using IntegrationHub.Storage.Attendance;

namespace IntegrationHub.Server.Attendance;

/// <summary>The marks of one enrolment in a window: a strip for each academic year that the window touches and that holds marks.</summary>
internal sealed class WindowMarks
{
    private readonly SlotRange[] _ranges;
    private readonly EnrolmentMarks?[] _years;

    public WindowMarks(SlotRange[] ranges, Stay stay, IReadOnlyDictionary<StripKey, byte[]> strips)
    {
        _ranges = ranges;
        Stay = stay;
        _years = new EnrolmentMarks?[ranges.Length];
        for (var i = 0; i < ranges.Length; i++)
        {
            if (strips.TryGetValue(new(stay.EnrolmentId, ranges[i].Year.StartYear), out var codes))
                _years[i] = EnrolmentMarks.Between(ranges[i].Year, new Laestab(stay.Laestab), codes, stay.Entry, stay.Leaving);
        }
    }

    private WindowMarks(SlotRange[] ranges, Stay stay, EnrolmentMarks?[] years) => (_ranges, Stay, _years) = (ranges, stay, years);

    public Stay Stay { get; }

    /// <summary>Its marks by academic year, earliest first, each with the slots that the window asks for. Years without any are left out.</summary>
    public IEnumerable<(SlotRange Range, EnrolmentMarks Marks)> Years
    {
        get
        {
            for (var i = 0; i < _ranges.Length; i++)
            {
                if (_years[i] is { } marks)
                    yield return (_ranges[i], marks);
            }
        }
    }

    /// <summary>The last day of the window that holds a mark. Null: none does.</summary>
    public DateOnly? LastMarkedDate
    {
        get
        {
            for (var i = _ranges.Length - 1; i >= 0; i--)
            {
                if (_years[i] is { } marks && LastMarkedSlot(marks, _ranges[i]) is { } slot)
                    return _ranges[i].Year.DateOf(slot);
            }
            return null;
        }
    }

    /// <summary>One child's enrolments, merged session by session over the window.</summary>
    public static ChildAttendance Merge(SlotRange[] ranges, IReadOnlyList<WindowMarks> enrolments)
    {
        ChildAttendance? child = null;
        for (var i = 0; i < ranges.Length; i++)
        {
            var marks = OfYear(enrolments, i);
            if (marks.Count == 0)
                continue;
            var year = ChildAttendance.Merge(marks, ranges[i].FromSlot, ranges[i].ToSlot);
            child = child is null ? year : child + year;
        }
        return child ?? ChildAttendance.Empty;
    }

    /// <summary>The same marks, seen through a part of the window.</summary>
    public WindowMarks Within(SlotRange[] part) =>
        new(part, Stay, Array.ConvertAll(part, range => MarksOf(range.Year)));

    /// <summary>Writes one child's marks of a window, merged session by session, one range after another.</summary>
    public static void MergeInto(Span<byte> codes, SlotRange[] ranges, IReadOnlyList<WindowMarks> enrolments)
    {
        for (var i = 0; i < ranges.Length; i++)
        {
            ChildAttendance.MergeInto(codes[..ranges[i].Length], OfYear(enrolments, i), ranges[i].FromSlot);
            codes = codes[ranges[i].Length..];
        }
    }

    /// <summary>Says on which days something was marked.</summary>
    public void AddTo(RegisterDays registers)
    {
        for (var i = 0; i < _ranges.Length; i++)
        {
            if (_years[i] is { } marks)
                registers.Add(_ranges[i].Year, marks);
        }
    }

    /// <summary>What counts for the child in the two sessions of the window's last day.</summary>
    public static (AttendanceCategory Am, AttendanceCategory Pm) LastDay(SlotRange[] ranges, IReadOnlyList<WindowMarks> enrolments)
    {
        var marks = OfYear(enrolments, ranges.Length - 1);
        var end = ranges[^1].ToSlot;
        return (ChildAttendance.CodeAt(marks, end - 2).Category, ChildAttendance.CodeAt(marks, end - 1).Category);
    }

    /// <summary>The enrolment's own sessions, counted within its dates.</summary>
    public SessionCounts Count() => Merge(_ranges, [this]).Counts;

    /// <summary>Adds its sessions in part of the window to a histogram.</summary>
    public void AddTo(CodeHistogram histogram, SlotRange part)
    {
        if (MarksOf(part.Year) is not { } marks)
            return;
        var (from, to) = marks.Clip(part.FromSlot, part.ToSlot);
        histogram.Add(marks.Strip.Span[from..to]);
    }

    /// <summary>Adds one child's sessions in part of the window to a histogram, its enrolments merged session by session.</summary>
    public static void AddMergedTo(CodeHistogram histogram, SlotRange part, IReadOnlyList<WindowMarks> enrolments)
    {
        if (enrolments.Count == 1)
        {
            enrolments[0].AddTo(histogram, part);
            return;
        }
        var marks = new List<EnrolmentMarks>(enrolments.Count);
        foreach (var enrolment in enrolments)
        {
            if (enrolment.MarksOf(part.Year) is { } strip)
                marks.Add(strip);
        }
        Span<byte> codes = stackalloc byte[part.Length];
        ChildAttendance.MergeInto(codes, marks, part.FromSlot);
        histogram.Add(codes);
    }

    /// <summary>Its marked sessions, oldest first.</summary>
    public IEnumerable<MarkedSlot> Marked()
    {
        for (var i = 0; i < _ranges.Length; i++)
        {
            if (_years[i] is not { } marks)
                continue;
            var (from, to) = marks.Clip(_ranges[i].FromSlot, _ranges[i].ToSlot);
            for (var slot = from; slot < to; slot++)
            {
                var code = AttendanceCode.FromIndex(marks.Strip.Span[slot]);
                if (code.IsMark)
                    yield return new(Stay, _ranges[i].Year, slot, code);
            }
        }
    }

    private EnrolmentMarks? MarksOf(AcademicYear year)
    {
        for (var i = 0; i < _ranges.Length; i++)
        {
            if (_ranges[i].Year == year)
                return _years[i];
        }
        return null;
    }

    private static int? LastMarkedSlot(EnrolmentMarks marks, SlotRange range)
    {
        var (from, to) = marks.Clip(range.FromSlot, range.ToSlot);
        var last = marks.Strip.Span[from..to].LastIndexOfAnyExcept(AttendanceCode.NotMarkedIndex, AttendanceCode.WithdrawnIndex);
        return last < 0 ? null : from + last;
    }

    private static List<EnrolmentMarks> OfYear(IReadOnlyList<WindowMarks> enrolments, int year)
    {
        var marks = new List<EnrolmentMarks>(enrolments.Count);
        foreach (var enrolment in enrolments)
        {
            if (enrolment._years[year] is { } strip)
                marks.Add(strip);
        }
        return marks;
    }
}

/// <summary>One marked session of an enrolment.</summary>
internal readonly record struct MarkedSlot(Stay Stay, AcademicYear Year, int Slot, AttendanceCode Code)
{
    public DateOnly Date => Year.DateOf(Slot);

    public StripKey Strip => new(Stay.EnrolmentId, Year.StartYear);
}
