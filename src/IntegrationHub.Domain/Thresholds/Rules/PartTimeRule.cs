namespace IntegrationHub.Domain.Thresholds.Rules;

/// <summary>A threshold on school weeks in a row with a session of code C2.</summary>
/// <remarks>
/// A week counts from the day of its first C2. A school week that ends with possible sessions and without a C2 ends the timetable; one in
/// which nothing was possible for the child, and holidays, are passed over. Six weeks before the summer and one after it are seven.
/// </remarks>
/// <param name="weeks">How many weeks are still in order.</param>
internal sealed class PartTimeRule(int weeks) : IThresholdRule
{
    public Finding Judge(ChildMarks child, SchoolFrame school)
    {
        int year = school.YearToDate.Start;
        if (child.CountOf(CodeSet.PartTime) == 0)
            return new Finding { Status = Finding.Unmet(child.Between(year, school.LastDay)), From = year };
        MetDays met = new(year);
        Timetable timetable = new() { Start = year };
        for (int day = 0; day <= school.LastDay; day++)
        {
            timetable.Add(child, school, day);
            met.Add(day, timetable.Weeks > weeks);
        }
        return new Finding
        {
            Status = met.Since is not null ? ThresholdStatus.Met : Finding.Unmet(child.Between(year, school.LastDay)),
            FirstMet = met.First,
            MetSince = met.Since,
            From = timetable.Weeks > 0 ? timetable.Start : year,
            Counted = timetable.Weeks,
            Proof = CodeSet.PartTime,
        };
    }

    private struct Timetable()
    {
        private int _week = -1;
        private bool _hasPartTime;
        private bool _hasPossible;

        public int Weeks { get; private set; }

        public int Start { get; set; }

        public void Add(ChildMarks child, SchoolFrame school, int day)
        {
            BeginWeek(school.WeekOf(day));
            _hasPossible |= child.Between(day, day).Possible > 0;
            if (_hasPartTime || !IsPartTime(child.Codes, day))
                return;
            _hasPartTime = true;
            Start = Weeks == 0 ? day : Start;
            Weeks++;
        }

        private void BeginWeek(int week)
        {
            if (week == _week)
                return;
            if (_hasPossible && !_hasPartTime)
                Weeks = 0;
            (_week, _hasPartTime, _hasPossible) = (week, false, false);
        }

        private static bool IsPartTime(ReadOnlySpan<byte> codes, int day) =>
            CodeSet.PartTime.Contains(codes[2 * day]) || CodeSet.PartTime.Contains(codes[(2 * day) + 1]);
    }
}
