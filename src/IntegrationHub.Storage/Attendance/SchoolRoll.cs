using IntegrationHub.Domain;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Storage.Attendance;

/// <summary>Who is enrolled at one school, to find a mark's enrolment by the pupil it names and the day.</summary>
/// <remarks>
/// <para>
/// A pupil who left and came back has two enrolments; the day decides. Whose identifier it is comes before whose it was: old registers
/// name a pupil by a number that has been replaced since, and a MIS may give a number that was one child's to another.
/// </para>
/// <para>
/// Where a school's roll wrongly gives one UPN to two pupils, neither can be told by it: their marks wait until the roll is mended or
/// names them by the MIS's identifier.
/// </para>
/// </remarks>
public sealed class SchoolRoll
{
    private static readonly Stay[] Nobody = [];
    private readonly Dictionary<PupilKey, Stay[]> _stays;
    private readonly ILookup<long, PupilKey> _keys;

    /// <param name="position">Journal position of the roll's last change.</param>
    /// <param name="enrolments">The school's enrolments, without removed ones.</param>
    /// <param name="identifiers">The identifiers of their pupils, those that no longer stand among them.</param>
    /// <param name="mends">How the school's registers are to be read.</param>
    public SchoolRoll(
        long position, IEnumerable<EnrolmentRow> enrolments, IEnumerable<PupilIdentifierRow> identifiers, SchoolMends mends)
    {
        (Position, Mends) = (position, mends);
        var byPupil = enrolments.ToLookup(x => x.PupilId);
        var known = identifiers.Select(x => (Key: KeyOf(x), x.PupilId, Stands: Stands(x))).ToList();
        // Those of a pupil whose stays have all been taken back too: the marks may be somebody else's now.
        _keys = known.ToLookup(x => x.PupilId, x => x.Key);
        _stays = known
            .Where(x => byPupil.Contains(x.PupilId))
            .GroupBy(x => x.Key)
            .ToDictionary(x => x.Key, x => x
                .GroupBy(id => id.PupilId)
                .SelectMany(id => byPupil[id.Key].Select(stay => new Stay(stay, id.Any(row => row.Stands))))
                // Of two stays of one pupil that share a day, the one entered last has the mark, in whatever order they were read.
                .OrderBy(stay => stay.Entry).ThenBy(stay => stay.EnrolmentId)
                .ToArray());
    }

    public long Position { get; }

    public SchoolMends Mends { get; }

    /// <summary>Finds the enrolment that a mark belongs to.</summary>
    /// <returns>The enrolment, or the reason why the mark must wait.</returns>
    public RollAnswer Find(in PupilKey pupil, DateOnly date)
    {
        var stays = _stays.GetValueOrDefault(pupil, Nobody);
        if (stays.Length == 0)
            return new(0, Reason.PupilNotOnRoll);
        return Find(stays, date, stands: true) ?? Find(stays, date, stands: false) ?? new(0, Reason.DateOutsideEnrolment);
    }

    /// <summary>Every enrolment to which a mark may belong that names one of these pupils.</summary>
    public IEnumerable<long> EnrolmentsNear(IEnumerable<long> pupils) =>
        pupils.SelectMany(x => _keys[x]).Distinct().SelectMany(x => _stays.GetValueOrDefault(x, Nobody)).Select(x => x.EnrolmentId);

    private static RollAnswer? Find(Stay[] stays, DateOnly date, bool stands)
    {
        Stay? found = null;
        foreach (var stay in stays)
        {
            if (stay.Stands != stands || date < stay.Entry || date > stay.Leaving)
                continue;
            if (found is { } other && other.PupilId != stay.PupilId)
                return new(0, Reason.PupilAmbiguous);
            found = stay;
        }
        return found is { } match ? new(match.EnrolmentId, null) : null;
    }

    private static PupilKey KeyOf(PupilIdentifierRow row) =>
        new(row.Scheme == IdentifierScheme.Mis ? PupilScheme.Mis : PupilScheme.Upn, row.Value);

    private static bool Stands(PupilIdentifierRow row) => row.ToPosition is null && row.Scheme != IdentifierScheme.FormerUpn;

    private readonly record struct Stay(long PupilId, long EnrolmentId, DateOnly Entry, DateOnly Leaving, bool Stands)
    {
        public Stay(EnrolmentRow row, bool stands)
            : this(row.PupilId, row.EnrolmentId, row.EntryDate, row.LeavingDate ?? DateOnly.MaxValue, stands)
        {
        }
    }
}

/// <summary>What a roll says of a mark's pupil on a day.</summary>
/// <param name="EnrolmentId">The enrolment; 0 with a reason.</param>
/// <param name="Waiting">Why the mark must wait. Null: it need not.</param>
public readonly record struct RollAnswer(long EnrolmentId, string? Waiting);
