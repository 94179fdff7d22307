using System.Collections.Frozen;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Storage.Attendance;

/// <summary>How people have said that one school's registers are to be read, where their own words say nothing.</summary>
public sealed class SchoolMends
{
    private readonly FrozenDictionary<string, byte> _codes;
    private readonly FrozenDictionary<PupilKey, PupilKey> _pupils;
    private readonly FrozenSet<(long Position, int MarkIndex)> _discarded;

    /// <param name="codes">The school's mappings and those of all schools; the school's own come first.</param>
    /// <param name="pupils">The school's corrections.</param>
    /// <param name="discarded">The school's discarded marks.</param>
    public SchoolMends(IEnumerable<CodeMappingRow> codes, IEnumerable<IdentifierCorrectionRow> pupils, IEnumerable<DiscardedMarkRow> discarded)
    {
        _codes = codes
            .GroupBy(x => x.SourceCode, StringComparer.Ordinal)
            .ToFrozenDictionary(x => x.Key, x => AttendanceCode.Parse(x.MaxBy(row => row.Laestab)!.Code).Index, StringComparer.Ordinal);
        _pupils = pupils.ToFrozenDictionary(x => new PupilKey(x.Scheme, x.Value), x => new PupilKey(x.MeantScheme, x.MeantValue));
        _discarded = discarded.Select(x => (x.Position, x.MarkIndex)).ToFrozenSet();
    }

    public static SchoolMends None { get; } = new([], [], []);

    /// <summary>The statutory code that a code in no code set means.</summary>
    public bool TryMapCode(string sourceCode, out byte index) => _codes.TryGetValue(sourceCode, out index);

    /// <summary>Whom the school means by an identifier that is wrong.</summary>
    /// <param name="meant">The identifier itself where nothing is said about it.</param>
    public bool TryCorrect(PupilKey pupil, out PupilKey meant)
    {
        if (_pupils.Count > 0 && _pupils.TryGetValue(pupil, out meant))
            return true;
        meant = pupil;
        return false;
    }

    /// <summary>Takes the words out of marks that have been discarded.</summary>
    internal void Silence(long position, DecodedMark[] marks)
    {
        if (_discarded.Count == 0)
            return;
        for (var i = 0; i < marks.Length; i++)
        {
            if (_discarded.Contains((position, i)))
                marks[i] = new() { Pupil = marks[i].Pupil };
        }
    }
}
