using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Identity;

/// <summary>A pupil by the numbers that its school knows. Names nobody.</summary>
/// <param name="Upn">Empty: the roll gives none.</param>
internal sealed record KnownByNumber(long PupilId, string MisPupilId, string Upn, int? YearGroup);

/// <summary>By which numbers one school knows its pupils.</summary>
internal sealed class PupilNumbers
{
    private readonly Dictionary<long, string> _misByEnrolment;
    private readonly Dictionary<long, string> _upnByPupil;

    private PupilNumbers(Dictionary<long, string> misByEnrolment, Dictionary<long, string> upnByPupil) =>
        (_misByEnrolment, _upnByPupil) = (misByEnrolment, upnByPupil);

    /// <summary>Reads those of everybody who is or was on the school's roll.</summary>
    public static async Task<PupilNumbers> ReadAsync(KnownRecords known, SchoolKey school, CancellationToken cancellationToken)
    {
        var roll = await known.Enrolments
            .Where(x => x.Authority == school.Authority && x.Laestab == school.Laestab && !x.Removed)
            .Select(x => new { x.EnrolmentId, x.PupilId, x.MisPupilId })
            .ToListAsync(cancellationToken);
        // Asked by pupil: joined, every school would look at the number of every pupil of the authority.
        long[] pupils = [.. roll.Select(x => x.PupilId).Distinct()];
        var upnByPupil = await UpnsOfAsync(known, school.Authority, pupils, cancellationToken);
        return new(roll.ToDictionary(x => x.EnrolmentId, x => x.MisPupilId), upnByPupil);
    }

    /// <summary>The UPN that each of some pupils is shown by. A pupil whose roll gives none is not in the answer.</summary>
    public static async Task<Dictionary<long, string>> UpnsOfAsync(
        KnownRecords known, string authority, IReadOnlyCollection<long> pupils, CancellationToken cancellationToken)
    {
        var upns = await Upns(known, authority)
            .Where(x => EF.Parameter(pupils).Contains(x.PupilId))
            .OrderBy(x => x.Quality == IdentifierQuality.Valid).ThenBy(x => x.FromPosition).ThenBy(x => x.Value)
            .Select(x => new { x.PupilId, x.Value })
            .ToListAsync(cancellationToken);
        var upnByPupil = new Dictionary<long, string>(upns.Count);
        // Where two schools give a pupil two, the last in this order is shown: a valid one before others, the one given last.
        foreach (var upn in upns)
            upnByPupil[upn.PupilId] = upn.Value;
        return upnByPupil;
    }

    /// <summary>The UPNs that pupils have now.</summary>
    public static IQueryable<PupilIdentifierRow> Upns(KnownRecords known, string authority) =>
        known.PupilIdentifiers.Where(x => x.Authority == authority && x.Scheme == IdentifierScheme.Upn && x.ToPosition == null);

    public KnownByNumber Of(EnrolmentFacts facts) => new(
        facts.PupilId, _misByEnrolment[facts.Stay.EnrolmentId], _upnByPupil.GetValueOrDefault(facts.PupilId, ""), facts.YearGroup);
}
