namespace IntegrationHub.Domain.Thresholds.Rules;

/// <summary>Portsmouth's step after three weeks "or sooner if continuously absent": further unauthorised absence, attendance below 90 %.</summary>
/// <remarks>
/// "Further" is read as again: unauthorised absence in two of the three school weeks or more, and attendance over the three together below
/// the setting. Sooner is after so many school days in a row of which the child attended no part, any of it unauthorised.
/// </remarks>
internal sealed class ContactWeek3Rule(ThresholdSettings settings) : IThresholdRule
{
    private const int Weeks = 2;
    private const int DaysOfAWeek = 7;

    public Finding Judge(ChildMarks child, SchoolFrame school)
    {
        DayWindow window = school.Weeks(ContactWeeks.Three);
        int from = Math.Min(window.Start, StartOfContinuousAbsence(child, school.LastDay));
        SessionSums counts = child.Between(from, school.LastDay);
        MetDays met = new(school.YearToDate.Start);
        if (child.CountOf(CodeSet.Unauthorised) > 0)
            Follow(child, school, window, ref met);
        return new Finding
        {
            Status = met.Since is not null ? ThresholdStatus.Met : Finding.Unmet(counts, settings.LeastPossibleSessions),
            FirstMet = met.First,
            MetSince = met.Since,
            From = from,
            Counted = counts.Unauthorised,
            Proof = CodeSet.Absent,
        };
    }

    /// <summary>The first day of an absence that is continuous to the last day and long enough; the last day where there is none.</summary>
    private int StartOfContinuousAbsence(ChildMarks child, int last)
    {
        (int unseen, int unauthorised, int start) = (0, 0, last);
        for (int day = last; day >= 0 && child.Between(day, day) is { Attended: 0 } sums; day--)
        {
            if (sums.Possible > 0)
                (unseen, unauthorised, start) = (unseen + 1, unauthorised + sums.Unauthorised, day);
        }
        return IsContinuous(unseen, unauthorised) ? start : last;
    }

    private bool IsContinuous(int unseen, int unauthorised) => unseen >= settings.ContactContinuousDays && unauthorised > 0;

    private void Follow(ChildMarks child, SchoolFrame school, DayWindow window, ref MetDays met)
    {
        (int unseen, int unauthorised) = (0, 0);
        for (int day = 0; day <= school.LastDay; day++)
        {
            SessionSums today = child.Between(day, day);
            if (today.Attended > 0)
                (unseen, unauthorised) = (0, 0);
            else if (today.Possible > 0)
                (unseen, unauthorised) = (unseen + 1, unauthorised + today.Unauthorised);
            met.Add(day, IsContinuous(unseen, unauthorised) || HoldsOver(child, school, window.StartOn(day), day));
        }
    }

    private bool HoldsOver(ChildMarks child, SchoolFrame school, int from, int day)
    {
        SessionSums counts = child.Between(from, day);
        if (counts.Possible < settings.LeastPossibleSessions || 100 * counts.Attended >= settings.ContactWeek3BelowPercent * counts.Possible)
            return false;
        int weeks = 0;
        for (int end = day; end >= from;)
        {
            int monday = end - ((school.First.DayNumber + end) % DaysOfAWeek);
            weeks += child.Between(Math.Max(from, monday), end).Unauthorised > 0 ? 1 : 0;
            end = monday - 1;
        }
        return weeks >= Weeks;
    }
}
