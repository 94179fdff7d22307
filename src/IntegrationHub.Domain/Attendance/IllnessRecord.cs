namespace IntegrationHub.Domain.Attendance;

/// <summary>A child's illness over a time: code I, by session, by school day and by spell.</summary>
/// <remarks>
/// <para>
/// A school day counts as one of illness when every possible session of it was marked I. Half a day does not: a child ill in the morning who
/// came in the afternoon was at school that day, so the spell ends; its sessions are counted all the same. A day of which only one session
/// was possible, such as that of a child on a part-time timetable, counts by that session.
/// </para>
/// <para>
/// Days without a possible session neither count nor end a spell: weekends, holidays, closures, days at another school, and days nobody
/// marked. A child ill on the last Friday of a half term and on the first Monday after it has been ill for two school days in one spell.
/// </para>
/// <para>
/// Schools return pupils who are, or are likely to be, away ill for 15 school days of a school year, consecutive or not. The likelihood is
/// the school's to judge; the days are counted here, and half days add up to days.
/// </para>
/// </remarks>
public sealed class IllnessRecord
{
    private static readonly AttendanceCode Illness = AttendanceCode.Parse("I");

    private readonly List<IllnessSpell> _spells = [];
    private IllnessSpell? _running;

    private IllnessRecord()
    {
    }

    /// <summary>The spells, oldest first.</summary>
    public IReadOnlyList<IllnessSpell> Spells => _spells;

    /// <summary>School days of illness, half days left out.</summary>
    public int SchoolDays { get; private set; }

    /// <summary>Sessions of illness, those of half days included.</summary>
    public int Sessions { get; private set; }

    /// <summary>The longest spell; of several, the latest. Null: there was none.</summary>
    public IllnessSpell? Longest => _spells.OrderBy(spell => spell.SchoolDays).ThenBy(spell => spell.First).LastOrDefault();

    /// <summary>Whether a child has been ill for so many school days, one after another or in all; two sessions make a day.</summary>
    public bool Reaches(int schoolDays) => SchoolDays >= schoolDays || Sessions >= 2 * schoolDays;

    /// <summary>Reads a child's sessions, oldest first.</summary>
    public static IllnessRecord Of(IEnumerable<(DateOnly Date, AttendanceCode Code)> sessions)
    {
        IllnessRecord record = new();
        DateOnly day = default;
        (int possible, int ill) = (0, 0);
        foreach ((DateOnly date, AttendanceCode code) in sessions)
        {
            if (!code.IsPossible)
                continue;
            if (date != day)
            {
                record.Take(day, possible, ill);
                (day, possible, ill) = (date, 0, 0);
            }
            possible++;
            ill += code == Illness ? 1 : 0;
        }
        record.Take(day, possible, ill);
        record.End(open: true);
        return record;
    }

    private void Take(DateOnly day, int possible, int ill)
    {
        Sessions += ill;
        if (possible == 0)
            return;
        if (ill < possible)
        {
            End(open: false);
            return;
        }
        SchoolDays++;
        _running = _running is null
            ? new IllnessSpell(day, day, 1, Open: true)
            : _running with { Last = day, SchoolDays = _running.SchoolDays + 1 };
    }

    private void End(bool open)
    {
        if (_running is not null)
            _spells.Add(_running with { Open = open });
        _running = null;
    }
}
