using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.Domain.Thresholds;

/// <summary>
/// One child's marks, merged over its schools, from 1 August of the academic year before to the as-of date, added up day by day. Made once
/// and filled for child after child; for one thread.
/// </summary>
public sealed class ChildMarks
{
    private byte[] _codes = [];
    private SessionSums[] _sums = [default];
    private readonly int[] _sessionsByCode = new int[256];

    /// <summary>The date of the first day, whose morning is session 0.</summary>
    public DateOnly First { get; private set; }

    /// <summary>How many days there are.</summary>
    public int Days { get; private set; }

    /// <summary>Two bytes a day, morning and afternoon.</summary>
    internal ReadOnlySpan<byte> Codes => _codes.AsSpan(0, 2 * Days);

    /// <summary>Takes another child's marks in.</summary>
    /// <param name="first">The date of the first day.</param>
    /// <param name="codes">Two a day, morning and afternoon, each the index of a code; the last day is the as-of date.</param>
    /// <exception cref="InvalidDataException">A byte is no code.</exception>
    public void Fill(DateOnly first, ReadOnlySpan<byte> codes)
    {
        if (codes.Length % 2 != 0)
            throw new ArgumentException("Half a day was given.", nameof(codes));
        (First, Days) = (first, codes.Length / 2);
        if (_codes.Length < codes.Length)
            (_codes, _sums) = (new byte[codes.Length], new SessionSums[Days + 1]);
        codes.CopyTo(_codes);
        Array.Clear(_sessionsByCode);
        AddUp();
    }

    /// <summary>The sessions from one day to another, both inclusive.</summary>
    internal SessionSums Between(int fromDay, int toDay) => _sums[toDay + 1] - _sums[fromDay];

    /// <summary>How many sessions have a code that a table has.</summary>
    internal int CountOf(CodeSet codes)
    {
        int count = 0;
        foreach (byte code in codes.Indices)
            count += _sessionsByCode[code];
        return count;
    }

    /// <summary>The numbers of the sessions of some days, both inclusive, that have one of some codes.</summary>
    internal int[] SessionsOf(CodeSet codes, int fromDay, int toDay)
    {
        List<int> sessions = [];
        for (int slot = 2 * fromDay; slot < 2 * (toDay + 1); slot++)
        {
            if (codes.Contains(_codes[slot]))
                sessions.Add((2 * First.DayNumber) + slot);
        }
        return [.. sessions];
    }

    private void AddUp()
    {
        SessionSums[] byCode = SessionSums.ByCode;
        SessionSums sum = default;
        bool known = true;
        for (int day = 0; day < Days; day++)
        {
            byte am = _codes[2 * day];
            byte pm = _codes[(2 * day) + 1];
            known &= CodeIndex.IsKnown(am) & CodeIndex.IsKnown(pm);
            _sessionsByCode[am]++;
            _sessionsByCode[pm]++;
            sum += byCode[am] + byCode[pm];
            _sums[day + 1] = sum;
        }
        if (!known)
            throw new InvalidDataException("The marks hold a byte that is no attendance code.");
    }
}
