using IntegrationHub.Server.Identity;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Feedback.Lists;

/// <summary>Somebody who has a UPN that another has too.</summary>
/// <param name="Schools">Where the pupil is on the roll, by DfE number.</param>
internal sealed record UpnHolder(long PupilId, DateOnly DateOfBirth, IReadOnlyList<int> Schools);

/// <summary>
/// The UPNs that several pupils of the authority have. A child who must be protected is nobody's double: the fault would tell another
/// school that the child is there.
/// </summary>
internal sealed class SharedUpns
{
    private readonly ILookup<string, UpnHolder> _holders;

    private SharedUpns(ILookup<string, UpnHolder> holders) => _holders = holders;

    public static async Task<SharedUpns> ReadAsync(FeedbackBasis basis, DateOnly asOf, CancellationToken cancellationToken)
    {
        var known = basis.Snapshot.Known;
        var upns = PupilNumbers.Upns(known, basis.Authority);
        var several = upns.GroupBy(x => x.Value).Where(x => x.Count() > 1).Select(x => x.Key);
        var holders = await (
            from upn in upns
            where several.Contains(upn.Value)
            join pupil in known.Pupils on upn.PupilId equals pupil.PupilId
            select new { upn.Value, upn.PupilId, pupil.DateOfBirth }).ToListAsync(cancellationToken);
        var pupils = holders.ConvertAll(x => x.PupilId);
        var stays = await known.Enrolments
            .Where(x => x.Authority == basis.Authority && !x.Removed && x.Status != EnrolmentStatus.Guest
                && x.EntryDate <= asOf && (x.LeavingDate == null || x.LeavingDate >= asOf) && EF.Parameter(pupils).Contains(x.PupilId))
            .Select(x => new { x.PupilId, x.Laestab })
            .ToListAsync(cancellationToken);
        var schools = stays.ToLookup(x => x.PupilId, x => x.Laestab);
        return new(holders
            .Where(x => !basis.Restricted.Contains(x.PupilId))
            .ToLookup(x => x.Value, x => new UpnHolder(x.PupilId, x.DateOfBirth, [.. schools[x.PupilId]]), StringComparer.Ordinal));
    }

    /// <summary>Everybody else who has a UPN.</summary>
    public IEnumerable<UpnHolder> OthersWith(string upn, long pupilId) => _holders[upn].Where(x => x.PupilId != pupilId);
}
