using IntegrationHub.Domain.Attendance;
using IntegrationHub.Server.Attendance;

namespace IntegrationHub.Server.HealthAbsence;

/// <summary>Sessions as far as health is concerned.</summary>
/// <param name="Possible">Sessions that could have been attended.</param>
/// <param name="Illness">Those marked I.</param>
/// <param name="Medical">Those marked M, a medical or dental appointment.</param>
internal readonly record struct HealthSessions(long Possible, long Illness, long Medical)
{
    private const int DaysOfAWeek = 7;

    private static readonly byte IllnessIndex = AttendanceCode.Parse("I").Index;
    private static readonly byte MedicalIndex = AttendanceCode.Parse("M").Index;
    private static readonly byte[] PossibleIndex = [.. AttendanceCode.All.Where(x => x.IsPossible).Select(x => x.Index)];
    private static readonly int[] IsPossible = [.. Enumerable.Range(0, 256).Select(x => PossibleIndex.Contains((byte)x) ? 1 : 0)];

    public static HealthSessions operator +(HealthSessions left, HealthSessions right) =>
        new(left.Possible + right.Possible, left.Illness + right.Illness, left.Medical + right.Medical);

    /// <summary>One enrolment's sessions in its window.</summary>
    public static HealthSessions Of(WindowMarks marks)
    {
        HealthSessions all = default;
        foreach (var (range, year) in marks.Years)
        {
            var (from, to) = year.Clip(range.FromSlot, range.ToSlot);
            all += Of(year.Strip.Span[from..to]);
        }
        return all;
    }

    /// <summary>The same by week, each with its Monday, oldest first. The week that spans 1 August has slots in two strips and comes once.</summary>
    public static IEnumerable<(DateOnly Monday, HealthSessions Sessions)> ByWeek(WindowMarks marks)
    {
        var (week, running) = (-1, default(HealthSessions));
        foreach (var (range, year) in marks.Years)
        {
            // Day 0, 1 January of year 1, was a Monday.
            var firstDay = range.Year.Start.DayNumber;
            var (from, to) = year.Clip(range.FromSlot, range.ToSlot);
            while (from < to)
            {
                var next = (firstDay + (from >> 1)) / DaysOfAWeek;
                if (next != week && week >= 0)
                    yield return (DateOnly.FromDayNumber(week * DaysOfAWeek), running);
                running = next == week ? running : default;
                week = next;
                var end = Math.Min(to, 2 * (((week + 1) * DaysOfAWeek) - firstDay));
                running += Of(year.Strip.Span[from..end]);
                from = end;
            }
        }
        if (week >= 0)
            yield return (DateOnly.FromDayNumber(week * DaysOfAWeek), running);
    }

    private static HealthSessions Of(ReadOnlySpan<byte> codes)
    {
        var (possible, illness, medical) = (0, 0, 0);
        foreach (var code in codes)
        {
            possible += IsPossible[code];
            illness += code == IllnessIndex ? 1 : 0;
            medical += code == MedicalIndex ? 1 : 0;
        }
        return new(possible, illness, medical);
    }
}
