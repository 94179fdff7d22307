namespace IntegrationHub.Server.Feeds.Snapshots;

/// <summary>One submission of records of a snapshot, as the journal keeps it.</summary>
/// <param name="Position">Its journal position.</param>
/// <param name="ReceivedTime">When it was received, UTC.</param>
/// <param name="Payload">The submission's canonical bytes.</param>
internal sealed record SnapshotPart(long Position, DateTime ReceivedTime, byte[] Payload);
