using IntegrationHub.Domain;
using IntegrationHub.Domain.Identity;
using IntegrationHub.Server.Errors;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Attendance;

/// <summary>Finds the pupil that a question is about.</summary>
internal static class PupilLookup
{
    /// <returns>The pupil; null: the authority knows none of that number.</returns>
    public static async Task<long?> FindAsync(HubDbContext context, string authority, long pupilId, CancellationToken cancellationToken) =>
        await context.Pupils.AnyAsync(x => x.Authority == authority && x.PupilId == pupilId, cancellationToken) ? pupilId : null;

    /// <summary>Who has the UPN now comes before who had it once. Where several have it, none is guessed at.</summary>
    /// <returns>The pupil; null: nobody has or had it.</returns>
    /// <exception cref="Grpc.Core.RpcException">Several pupils share it.</exception>
    public static async Task<long?> FindAsync(HubDbContext context, string authority, string upn, CancellationToken cancellationToken)
    {
        var value = Upn.TryParse(upn, out var wellFormed) ? wellFormed.Value : upn.Trim();
        var holders = await context.PupilIdentifiers
            .Where(x => x.Authority == authority && x.Value == value && (x.Scheme == IdentifierScheme.Upn || x.Scheme == IdentifierScheme.FormerUpn))
            .Select(x => new { x.PupilId, Current = x.Scheme == IdentifierScheme.Upn && x.ToPosition == null })
            .ToListAsync(cancellationToken);
        var current = holders.Where(x => x.Current).Select(x => x.PupilId).Distinct().ToList();
        var candidates = current.Count > 0 ? current : holders.Select(x => x.PupilId).Distinct().ToList();
        return candidates switch
        {
            [] => null,
            [var only] => only,
            _ => throw RpcErrors.Create(Grpc.Core.StatusCode.FailedPrecondition, Reason.PupilAmbiguous,
                "Several pupils carry this UPN on the rolls of schools. Ask by pupil_id, and have the rolls mended."),
        };
    }
}
