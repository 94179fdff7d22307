using IntegrationHub.Domain.Attendance;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Storage.Attendance;

/// <summary>The marks of a fold that do not count, and those that did not and do now.</summary>
internal sealed class HeldMarks(SchoolRoll roll)
{
    private readonly List<HeldMark> _held = [];
    private readonly List<(long Position, int MarkIndex)> _released = [];

    /// <summary>Marks to hold, or to hold for another reason.</summary>
    public IReadOnlyList<HeldMark> Held => _held;

    /// <summary>Marks that were held and are not any more.</summary>
    public IReadOnlyList<(long Position, int MarkIndex)> Released => _released;

    /// <summary>Finds the enrolment that a mark belongs to, or holds it.</summary>
    /// <returns>Null: it is held.</returns>
    public long? Place(long position, int markIndex, int sessionNumber, in DecodedMark mark)
    {
        if (mark.Fault is { } fault)
        {
            _held.Add(new(position, markIndex, sessionNumber, HeldMarkState.Quarantined, fault, mark.Pupil, mark.UnknownCode));
            return null;
        }
        var answer = roll.Find(mark.Pupil, SessionNumber.DateOf(sessionNumber));
        if (answer.Waiting is { } waiting)
            _held.Add(new(position, markIndex, sessionNumber, HeldMarkState.Pending, waiting, mark.Pupil, null));
        return answer.Waiting is null ? answer.EnrolmentId : null;
    }

    /// <summary>Looks again at a mark that is held, after a change of the roll or of the mends.</summary>
    /// <returns>The enrolment that it belongs to now; null: it belongs to none.</returns>
    public long? Review(HeldMarkRow held, in DecodedMark mark)
    {
        long? enrolment = mark.SaysNothing ? null : Place(held.Position, held.MarkIndex, held.SessionNumber, mark);
        if (mark.SaysNothing || enrolment is not null)
            _released.Add((held.Position, held.MarkIndex));
        return enrolment;
    }
}

/// <summary>A mark that does not count.</summary>
internal sealed record HeldMark(
    long Position, int MarkIndex, int SessionNumber, HeldMarkState State, string Reason, PupilKey Pupil, string? Code);
