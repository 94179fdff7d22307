using System.Runtime.InteropServices;
using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.Storage.Attendance;

/// <summary>
/// Applies registers of one school, in the order of their positions, to its strips in memory. The fold writes the result back; a
/// read merges the journal's tail with it and throws it away. Both therefore give the same answer.
/// </summary>
/// <remarks>
/// <para>
/// Per pupil and session the latest record time wins, then the later position, then the later mark in the register. A strip keeps
/// no times, so a mark that would overwrite another is judged against every register of that session, read back from the journal.
/// That is rare: a resend with the same code decides nothing and is passed over.
/// </para>
/// <para>
/// The result is that of all the school's registers read in order with the roll and the mends of now. When those change, the stays
/// concerned are settled anew from the journal, so it never matters whether the roll or the register came first.
/// </para>
/// </remarks>
internal sealed class SchoolFold(SchoolRoll roll, IRegisterDecoder decoder, Func<int, IReadOnlyList<RegisterRow>> registersOfSession)
{
    private readonly Dictionary<StripKey, byte[]> _strips = [];
    private readonly HashSet<StripKey> _dirty = [];
    private readonly HashSet<StripKey> _redone = [];
    private readonly HashSet<(StripKey Strip, int Slot)> _detailed = [];
    private readonly Dictionary<int, List<(RegisterRow Row, DecodedRegister Register)>> _sessions = [];
    private readonly List<MarkChange> _changes = [];
    private readonly Dictionary<(StripKey Strip, int Slot), MarkDetail?> _details = [];
    private readonly HeldMarks _held = new(roll);
    private IReadOnlySet<long> _again = new HashSet<long>();

    /// <summary>When set, marks of other enrolments are passed over: enough for a read of a few pupils.</summary>
    public IReadOnlySet<long>? OnlyEnrolments { get; init; }

    public SchoolRoll Roll => roll;

    public IReadOnlyDictionary<StripKey, byte[]> Strips => _strips;

    public IReadOnlyCollection<StripKey> Dirty => _dirty;

    /// <summary>Strips begun anew: the changes stored of them are to be forgotten.</summary>
    public IReadOnlyCollection<StripKey> Redone => _redone;

    public IReadOnlyList<MarkChange> Changes => _changes;

    /// <summary>Details to write; null: to delete.</summary>
    public IReadOnlyDictionary<(StripKey Strip, int Slot), MarkDetail?> Details => _details;

    public HeldMarks Held => _held;

    /// <summary>Puts in a strip as it is stored. The fold takes the array over.</summary>
    public void Load(long enrolmentId, int academicYear, byte[] codes) => _strips[new(enrolmentId, academicYear)] = codes;

    /// <summary>Says that a mark of a loaded strip carries detail.</summary>
    public void LoadDetail(StripKey strip, int slot) => _detailed.Add((strip, slot));

    /// <summary>Begins the loaded strips of some enrolments in some years anew. All registers of those years are to be applied again.</summary>
    public void Redo(IReadOnlySet<long> enrolments, IReadOnlySet<int> years)
    {
        _again = enrolments;
        _redone.UnionWith(_strips.Keys.Where(x => enrolments.Contains(x.EnrolmentId) && years.Contains(x.AcademicYear)));
        _dirty.UnionWith(_redone);
        foreach (var strip in _redone)
            Array.Clear(_strips[strip]);
        foreach (var detail in _detailed.Where(x => _redone.Contains(x.Strip)))
            _details[detail] = null;
        _detailed.RemoveWhere(x => _redone.Contains(x.Strip));
    }

    /// <summary>Applies one register.</summary>
    public void Apply(in RegisterRow row) => Apply(row, only: null);

    /// <summary>Applies a register that had been applied before, to the enrolments that are settled anew.</summary>
    public void ApplyAgain(in RegisterRow row) => Apply(row, _again);

    private void Apply(in RegisterRow row, IReadOnlySet<long>? only)
    {
        var register = Decode(row);
        for (var i = 0; i < register.Marks.Length; i++)
        {
            ref readonly var mark = ref register.Marks[i];
            if (!mark.SaysNothing && _held.Place(row.Position, i, register.SessionNumber, mark) is { } enrolment
                && only?.Contains(enrolment) != false)
            {
                Apply(row, register.SessionNumber, enrolment, mark);
            }
        }
    }

    /// <summary>Reads a register as the school's mends have it.</summary>
    public DecodedRegister Decode(in RegisterRow row)
    {
        var register = decoder.Decode(row.Payload, row.ReceivedTime, roll.Mends);
        roll.Mends.Silence(row.Position, register.Marks);
        return register;
    }

    private void Apply(in RegisterRow row, int sessionNumber, long enrolmentId, in DecodedMark mark)
    {
        if (IsPassedOver(enrolmentId))
            return;
        var (strip, slot) = SlotOf(enrolmentId, sessionNumber);
        ref var current = ref CodesOf(strip)[slot];
        if (current == AttendanceCode.NotMarkedIndex)
        {
            current = mark.Code;
            _dirty.Add(strip);
            if (mark.HasDetail)
                SetDetail(strip, slot, row.Position, mark);
        }
        else if (current != mark.Code || mark.HasDetail || _detailed.Contains((strip, slot)))
        {
            Settle(sessionNumber, enrolmentId, row.Position);
        }
    }

    /// <summary>Finds the mark that counts for one enrolment in one session among all registers up to a position.</summary>
    private void Settle(int sessionNumber, long enrolmentId, long upTo)
    {
        if (Winner(sessionNumber, enrolmentId, upTo) is not { } winner)
            return;
        var (strip, slot) = SlotOf(enrolmentId, sessionNumber);
        ref var current = ref CodesOf(strip)[slot];
        if (current != winner.Mark.Code)
        {
            if (current != AttendanceCode.NotMarkedIndex)
                _changes.Add(new(strip, slot, winner.Position, current, winner.Mark.Code, winner.Mark.RecordTime, winner.Mark.Amendment));
            current = winner.Mark.Code;
            _dirty.Add(strip);
        }
        SetDetail(strip, slot, winner.Position, winner.Mark);
    }

    private void SetDetail(StripKey strip, int slot, long position, in DecodedMark mark)
    {
        if (mark.HasDetail)
        {
            _detailed.Add((strip, slot));
            _details[(strip, slot)] = new(position, mark.MinutesLate, mark.SourceCode);
        }
        else if (_detailed.Remove((strip, slot)))
        {
            _details[(strip, slot)] = null;
        }
    }

    private (long Position, DecodedMark Mark)? Winner(int sessionNumber, long enrolmentId, long upTo)
    {
        var date = SessionNumber.DateOf(sessionNumber);
        (long Position, DecodedMark Mark)? best = null;
        var bestTime = DateTime.MinValue;
        foreach (var (row, register) in Session(sessionNumber))
        {
            if (row.Position > upTo)
                break;
            foreach (var mark in register.Marks)
            {
                if (mark.SaysNothing || mark.Fault is not null || roll.Find(mark.Pupil, date).EnrolmentId != enrolmentId)
                    continue;
                var time = mark.RecordTime ?? row.ReceivedTime;
                if (best is null || time >= bestTime)
                    (best, bestTime) = ((row.Position, mark), time);
            }
        }
        return best;
    }

    private List<(RegisterRow Row, DecodedRegister Register)> Session(int sessionNumber)
    {
        ref var session = ref CollectionsMarshal.GetValueRefOrAddDefault(_sessions, sessionNumber, out _);
        return session ??= [.. registersOfSession(sessionNumber).Select(row => (row, Decode(row)))];
    }

    private bool IsPassedOver(long enrolmentId) => OnlyEnrolments is { } only && !only.Contains(enrolmentId);

    private byte[] CodesOf(StripKey key)
    {
        ref var codes = ref CollectionsMarshal.GetValueRefOrAddDefault(_strips, key, out _);
        return codes ??= new byte[new AcademicYear(key.AcademicYear).Slots];
    }

    private static (StripKey Strip, int Slot) SlotOf(long enrolmentId, int sessionNumber)
    {
        var date = SessionNumber.DateOf(sessionNumber);
        var year = AcademicYear.FromDate(date);
        return (new(enrolmentId, year.StartYear), year.SlotOf(date, SessionNumber.SessionOf(sessionNumber)));
    }
}

/// <summary>A strip: an enrolment and the year that the academic year starts in.</summary>
public readonly record struct StripKey(long EnrolmentId, int AcademicYear);

/// <summary>A mark that took another's place.</summary>
/// <param name="Position">The register that made the change.</param>
/// <param name="PreviousCode">The index of the code that counted until then.</param>
/// <param name="Code">The index of the code that counts from then on.</param>
/// <param name="RecordTime">When it was made at the school, UTC. Null: not given, or not believed.</param>
public sealed record MarkChange(
    StripKey Strip, int Slot, long Position, byte PreviousCode, byte Code, DateTime? RecordTime, MarkAmendment? Amendment);

/// <summary>What a mark carries beside its code.</summary>
public sealed record MarkDetail(long Position, int? MinutesLate, string? SourceCode);
