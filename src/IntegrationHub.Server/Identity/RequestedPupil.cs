using IntegrationHub.Domain;
using IntegrationHub.Server.Errors;
using IntegrationHub.Storage;

namespace IntegrationHub.Server.Identity;

/// <summary>The pupil whom a request names: by the hub's identifier, by a UPN, current or former, or by a school's own identifier.</summary>
internal readonly record struct RequestedPupil
{
    private readonly long _pupilId;
    private readonly string? _upn;
    private readonly (int Laestab, string MisPupilId)? _atSchool;

    private RequestedPupil(long pupilId, string? upn, (int Laestab, string MisPupilId)? atSchool = null) =>
        (_pupilId, _upn, _atSchool) = (pupilId, upn, atSchool);

    /// <summary>The pupil whom a school's own system calls so.</summary>
    public static RequestedPupil OfSchool(int laestab, string misPupilId) => new(0, null, (laestab, misPupilId));

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
    /// <exception cref="Grpc.Core.RpcException">The UPN is none, or several pupils share the UPN or the identifier.</exception>
    public Task<long?> FindAsync(HubDbContext context, string authority, CancellationToken cancellationToken) => (_upn, _atSchool) switch
    {
        ({ } upn, _) => PupilLookup.FindAsync(context, authority, upn, cancellationToken),
        (_, { } own) => PupilLookup.FindAsync(context, authority, own.Laestab, own.MisPupilId, cancellationToken),
        _ => PupilLookup.FindAsync(context, authority, _pupilId, cancellationToken),
    };
}
