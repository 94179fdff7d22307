using IntegrationHub.Domain;
using IntegrationHub.Server.Errors;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Journal;
using Contract = IntegrationHub.Contracts.Attendance.V1;

namespace IntegrationHub.Server;

/// <summary>Begins reads of what is known now, or of what was known at the moment that a request names.</summary>
internal sealed class KnownMoments(HubDatabase database, TimeProvider clock)
{
    /// <param name="knownAt">The moment; null: now.</param>
    /// <exception cref="Grpc.Core.RpcException">The moment has not come yet.</exception>
    public async Task<ReadSnapshot> BeginReadAsync(Contract.KnownAt? knownAt, CancellationToken cancellationToken)
    {
        if (knownAt is null or { MomentCase: Contract.KnownAt.MomentOneofCase.None })
            return await database.BeginReadAsync(cancellationToken);
        var position = knownAt.MomentCase == Contract.KnownAt.MomentOneofCase.Time
            ? await PositionAsync(knownAt, cancellationToken)
            : knownAt.Position;
        var snapshot = await database.BeginReadAsync(position, cancellationToken);
        // A position that the snapshot does not stop at has not been reached.
        if (snapshot.Position == position && position >= 0)
            return snapshot;
        await snapshot.DisposeAsync();
        throw NotReached("The journal has not reached this position.", "known_at.position");
    }

    private async Task<long> PositionAsync(Contract.KnownAt knownAt, CancellationToken cancellationToken)
    {
        if (knownAt.Time.ToUtc() is not { } time)
            throw RpcErrors.InvalidArgument(Reason.InvalidArgument, "The time is none.", "known_at.time");
        if (time > clock.GetUtcNow().UtcDateTime)
            throw NotReached("The time lies ahead.", "known_at.time");
        await using var context = database.CreateReadContext();
        return await JournalTime.LastPositionAsync(context, time, cancellationToken);
    }

    private static Grpc.Core.RpcException NotReached(string what, string field) =>
        RpcErrors.InvalidArgument(Reason.MomentNotReached, $"{what} Ask for an earlier moment, or leave known_at out.", field);
}
