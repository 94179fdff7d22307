using IntegrationHub.Domain;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Storage.Attendance;

/// <summary>Who is enrolled at one school, to find a mark's enrolment by the pupil it names and the day.</summary>
/// <remarks>
/// A pupil who left and came back has two enrolments; the day decides. Where a school's roll wrongly gives one UPN to two pupils,
/// neither can be told by it: their marks wait until the roll is mended or names them by the MIS's identifier.
/// </remarks>
public sealed class SchoolRoll
{
    private static readonly Stay[] Nobody = [];
    private readonly Dictionary<PupilKey, Stay[]> _stays;

    /// <param name="position">Journal position of the roll's last change.</param>
    /// <param name="enrolments">The school's enrolments, without removed ones.</param>
    /// <param name="identifiers">The identifiers of their pupils.</param>
    public SchoolRoll(long position, IEnumerable<EnrolmentRow> enrolments, IEnumerable<PupilIdentifierRow> identifiers)
    {
        Position = position;
        var byPupil = enrolments.ToLookup(x => x.PupilId, x => new Stay(x.PupilId, x.EnrolmentId, x.EntryDate, x.LeavingDate ?? DateOnly.MaxValue));
        _stays = identifiers
            .Where(x => byPupil.Contains(x.PupilId))
            .GroupBy(x => new PupilKey(x.Scheme == IdentifierScheme.Mis ? PupilScheme.Mis : PupilScheme.Upn, x.Value))
            .ToDictionary(x => x.Key, x => x.Select(id => id.PupilId).Distinct().SelectMany(id => byPupil[id]).ToArray());
    }

    public long Position { get; }

    /// <summary>Finds the enrolment that a mark belongs to.</summary>
    /// <returns>The enrolment, or the reason why the mark must wait.</returns>
    public RollAnswer Find(in PupilKey pupil, DateOnly date)
    {
        var stays = _stays.GetValueOrDefault(pupil, Nobody);
        if (stays.Length == 0)
            return new(0, Reason.PupilNotOnRoll);
        Stay? found = null;
        foreach (var stay in stays)
        {
            if (date < stay.Entry || date > stay.Leaving)
                continue;
            if (found is { } other && other.PupilId != stay.PupilId)
                return new(0, Reason.PupilAmbiguous);
            found = stay;
        }
        return found is { } match ? new(match.EnrolmentId, null) : new(0, Reason.DateOutsideEnrolment);
    }

    private readonly record struct Stay(long PupilId, long EnrolmentId, DateOnly Entry, DateOnly Leaving);
}

/// <summary>What a roll says of a mark's pupil on a day.</summary>
/// <param name="EnrolmentId">The enrolment; 0 with a reason.</param>
/// <param name="Waiting">Why the mark must wait. Null: it need not.</param>
public readonly record struct RollAnswer(long EnrolmentId, string? Waiting);
