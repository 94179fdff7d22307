namespace IntegrationHub.Domain.Thresholds.Rules;

/// <summary>A threshold on days in a row, in which days without a possible session for the child are passed over.</summary>
/// <remarks>
/// The run that counts is the one that goes on: one that the child ended by coming to school is met no longer, and its first day stays told.
/// Whether a day counts is asked of both its sessions together; see <see cref="WholeDays"/> and <see cref="UnseenDays"/>.
/// </remarks>
internal sealed class RunRule : IThresholdRule
{
    private const int Listed = 1;
    private const int OtherAbsent = 2;
    private const int Attended = 4;

    private readonly int _days;
    private readonly CodeSet _listed;
    private readonly byte[] _says = new byte[256];
    private readonly bool[] _counts = new bool[8];

    private RunRule(CodeSet listed, int days, Func<int, bool> counts)
    {
        (_listed, _days) = (listed, days);
        foreach (byte code in CodeSet.Possible.Indices)
            _says[code] = (byte)(CodeSet.Attended.Contains(code) ? Attended : OtherAbsent);
        foreach (byte code in listed.Indices)
            _says[code] = Listed;
        for (int said = 0; said < _counts.Length; said++)
            _counts[said] = counts(said);
    }

    /// <summary>
    /// Days whose every possible session has one of some codes. A day of which the child attended half, or was away half for another
    /// reason, ends the run: it was seen, or accounted for. A day of which half only was possible counts by that half.
    /// </summary>
    public static RunRule WholeDays(CodeSet codes, int days) => new(codes, days, said => said == Listed);

    /// <summary>Days on which some session has one of some codes and none was attended: the child was not seen all day.</summary>
    public static RunRule UnseenDays(CodeSet codes, int days) => new(codes, days, said => (said & (Listed | Attended)) == Listed);

    /// <summary>Days on which some session has one of some codes, whatever the other has.</summary>
    public static RunRule AnyPartOfDays(CodeSet codes, int days) => new(codes, days, said => (said & Listed) != 0);

    public Finding Judge(ChildMarks child, SchoolFrame school)
    {
        int year = school.YearToDate.Start;
        if (child.CountOf(_listed) == 0)
            return new Finding { Status = Finding.Unmet(child.Between(year, school.LastDay)), From = year };
        ReadOnlySpan<byte> codes = child.Codes;
        MetDays met = new(year);
        (int run, int start) = (0, year);
        for (int day = 0; day <= school.LastDay; day++)
        {
            int said = _says[codes[2 * day]] | _says[codes[(2 * day) + 1]];
            if (_counts[said])
                (run, start) = (run + 1, run == 0 ? day : start);
            else if (said != 0)
                run = 0;
            met.Add(day, run >= _days);
        }
        return new Finding
        {
            Status = met.Since is not null ? ThresholdStatus.Met : Finding.Unmet(child.Between(year, school.LastDay)),
            FirstMet = met.First,
            MetSince = met.Since,
            From = run > 0 ? start : year,
            Counted = run,
            Proof = _listed,
        };
    }
}
