using IntegrationHub.Domain;
using IntegrationHub.Server.Errors;
using IntegrationHub.Storage;

namespace IntegrationHub.Server.Identity;

/// <summary>The pupil whom a request names: by the hub's identifier, or by a UPN, current or former.</summary>
internal readonly record struct RequestedPupil
{
    private readonly long _pupilId;
    private readonly string? _upn;

    private RequestedPupil(long pupilId, string? upn) => (_pupilId, _upn) = (pupilId, upn);

    /// <summary>Reads the field that is set.</summary>
    /// <exception cref="Grpc.Core.RpcException">Neither is.</exception>
    public static RequestedPupil Read(bool hasPupilId, long pupilId, bool hasUpn, string upn) => (hasPupilId, hasUpn) switch
    {
        (true, _) => new(pupilId, null),
        (_, true) => new(0, upn),
        _ => throw RpcErrors.InvalidArgument(Reason.InvalidArgument, "Name the pupil by pupil_id or by upn.", "pupil"),
    };

    /// <summary>Who is meant is a matter of today, also where a question is about what was known before.</summary>
    /// <returns>The pupil; null: the authority knows none of that number.</returns>
    /// <exception cref="Grpc.Core.RpcException">The UPN is none, or several pupils share it.</exception>
    public Task<long?> FindAsync(HubDbContext context, string authority, CancellationToken cancellationToken) => _upn is null
        ? PupilLookup.FindAsync(context, authority, _pupilId, cancellationToken)
        : PupilLookup.FindAsync(context, authority, _upn, cancellationToken);
}
