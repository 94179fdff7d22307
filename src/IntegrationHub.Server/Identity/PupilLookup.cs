using Grpc.Core;
using IntegrationHub.Domain;
using IntegrationHub.Server.Errors;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Identity;

/// <summary>Finds the pupil that a question is about. A child who must be protected is answered like one whom the hub does not know.</summary>
internal static class PupilLookup
{
    /// <returns>The pupil; null: the authority knows none of that number.</returns>
    public static async Task<long?> FindAsync(HubDbContext context, string authority, long pupilId, CancellationToken cancellationToken)
    {
        var restricted = RestrictedPupils.Of(context, authority);
        var known = await context.Pupils
            .AnyAsync(x => x.Authority == authority && x.PupilId == pupilId && !restricted.Contains(x.PupilId), cancellationToken);
        return known ? pupilId : null;
    }

    /// <summary>Whose identifier it is in the system of one school. Where several have it, none is guessed at.</summary>
    /// <returns>The pupil; null: nobody has it.</returns>
    /// <exception cref="RpcException">Several pupils share it.</exception>
    public static async Task<long?> FindAsync(
        HubDbContext context, string authority, int laestab, string misPupilId, CancellationToken cancellationToken)
    {
        var restricted = RestrictedPupils.Of(context, authority);
        var holders = await context.PupilIdentifiers
            .Where(x => x.Authority == authority && x.Scheme == IdentifierScheme.Mis && x.Scope == laestab && x.Value == misPupilId
                && x.ToPosition == null && !restricted.Contains(x.PupilId))
            .Select(x => x.PupilId)
            .Distinct()
            .ToListAsync(cancellationToken);
        return Only(holders);
    }

    /// <summary>
    /// Whose UPN it is comes before whose it was. Where several have it, none is guessed at; one that a roll has taken back is nobody's.
    /// </summary>
    /// <returns>The pupil; null: nobody has or had it.</returns>
    /// <exception cref="RpcException">The text is no UPN, or several pupils share it.</exception>
    public static async Task<long?> FindAsync(HubDbContext context, string authority, string text, CancellationToken cancellationToken)
    {
        if (StatedUpn.Read(text) is not { Quality: not IdentifierQuality.Malformed } upn)
            throw RpcErrors.InvalidArgument(Reason.MalformedUpn, "A UPN has 13 characters: a letter, 11 digits, and a digit or a letter.", "upn");
        var restricted = RestrictedPupils.Of(context, authority);
        var holders = await context.PupilIdentifiers
            .Where(x => x.Authority == authority && x.Value == upn.Value && x.ToPosition == null && !restricted.Contains(x.PupilId)
                && (x.Scheme == IdentifierScheme.Upn || x.Scheme == IdentifierScheme.FormerUpn))
            .Select(x => new { x.PupilId, Current = x.Scheme == IdentifierScheme.Upn })
            .ToListAsync(cancellationToken);
        var current = holders.Where(x => x.Current).Select(x => x.PupilId).Distinct().ToList();
        return Only(current.Count > 0 ? current : holders.Select(x => x.PupilId).Distinct().ToList());
    }

    private static long? Only(List<long> candidates) => candidates switch
    {
        [] => null,
        [var only] => only,
        _ => throw RpcErrors.Create(StatusCode.FailedPrecondition, Reason.PupilAmbiguous,
            "Several pupils have this identifier on their schools' rolls. Ask by pupil_id, and have the rolls mended."),
    };
}
