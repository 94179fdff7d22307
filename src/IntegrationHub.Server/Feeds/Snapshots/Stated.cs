namespace IntegrationHub.Server.Feeds.Snapshots;

/// <summary>A record, and when it was stated: of two statements about one thing the later one stands, whenever they become visible.</summary>
/// <param name="Index">Index of the record in its delta, or through all records of its snapshot.</param>
/// <param name="Position">Journal position of the submission that brought it.</param>
/// <param name="Record">The record.</param>
internal readonly record struct Stated<TRecord>(int Index, long Position, TRecord Record);
