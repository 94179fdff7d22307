namespace IntegrationHub.Domain.Thresholds.Rules;

/// <summary>A threshold on what is counted in a window: a rate of attendance, or so many sessions.</summary>
internal sealed class WindowRule : IThresholdRule
{
    /// <summary>The window that is told. Null: none is on file.</summary>
    public required Func<SchoolFrame, DayWindow?> Window { get; init; }

    /// <summary>Another one over which it must hold too.</summary>
    public Func<SchoolFrame, DayWindow>? AlsoOver { get; init; }

    /// <summary>Whether counts meet it.</summary>
    public required Func<SessionSums, bool> Holds { get; init; }

    /// <summary>What is told as counted.</summary>
    public required Func<SessionSums, int> Counted { get; init; }

    /// <summary>Codes of the sessions that prove it.</summary>
    public required CodeSet Proof { get; init; }

    /// <summary>The fewest sessions that must have been possible in every window.</summary>
    public int LeastPossible { get; init; } = 1;

    /// <summary>The fewest sessions with a code of the proof without which it can be met on no day.</summary>
    public int LeastProving { get; init; }

    public Finding Judge(ChildMarks child, SchoolFrame school)
    {
        if (Window(school) is not { } window)
            return new Finding { Status = ThresholdStatus.NotAvailable, From = school.YearToDate.Start };
        DayWindow? also = AlsoOver?.Invoke(school);
        MetDays met = new(school.YearToDate.Start);
        if (child.CountOf(Proof) >= LeastProving)
            Follow(child, window, also, school.LastDay, ref met);
        SessionSums counts = child.Between(window.Start, school.LastDay);
        ThresholdStatus unmet = Finding.Unmet(counts, LeastPossible);
        if (also is not null && unmet == ThresholdStatus.NotMet)
            unmet = Finding.Unmet(child.Between(also.Start, school.LastDay), LeastPossible);
        return new Finding
        {
            Status = met.Since is not null ? ThresholdStatus.Met : unmet,
            FirstMet = met.First,
            MetSince = met.Since,
            From = window.Start,
            Counted = Counted(counts),
            Proof = Proof,
        };
    }

    private void Follow(ChildMarks child, DayWindow window, DayWindow? also, int last, ref MetDays met)
    {
        int first = Math.Max(window.FirstJudged, also?.FirstJudged ?? 0);
        bool holds = false;
        for (int day = first; day <= last; day++)
        {
            // Nothing changes on a day on which nothing was possible, unless a window moves.
            if (day == first || window.MovesOn(day) || also?.MovesOn(day) == true || child.Between(day, day).Possible > 0)
                holds = HoldsOver(child, window, day) && (also is null || HoldsOver(child, also, day));
            met.Add(day, holds);
        }
    }

    private bool HoldsOver(ChildMarks child, DayWindow window, int day)
    {
        SessionSums counts = child.Between(window.StartOn(day), day);
        return counts.Possible >= Math.Max(1, LeastPossible) && Holds(counts);
    }
}
