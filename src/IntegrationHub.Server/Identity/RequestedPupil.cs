using IntegrationHub.Storage;

namespace IntegrationHub.Server.Identity;

/// <summary>The pupil whom a request names: by the hub's identifier, or by a UPN, current or former.</summary>
internal readonly record struct RequestedPupil(long PupilId, string? Upn)
{
    /// <summary>Who is meant is a matter of today, also where a question is about what was known before.</summary>
    /// <returns>The pupil; null: the authority knows none of that number.</returns>
    /// <exception cref="Grpc.Core.RpcException">The UPN is none, or several pupils share it.</exception>
    public Task<long?> FindAsync(HubDbContext context, string authority, CancellationToken cancellationToken) => Upn is null
        ? PupilLookup.FindAsync(context, authority, PupilId, cancellationToken)
        : PupilLookup.FindAsync(context, authority, Upn, cancellationToken);
}
