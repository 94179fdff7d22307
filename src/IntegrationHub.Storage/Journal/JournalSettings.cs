namespace IntegrationHub.Storage.Journal;

/// <summary>How large a group commit may grow.</summary>
public sealed record JournalSettings
{
    /// <summary>Submissions in one group commit at most.</summary>
    public int MaxGroupSubmissions { get; init; } = 1000;

    /// <summary>Bytes of payload in one group commit at most, give or take one submission.</summary>
    public long MaxGroupBytes { get; init; } = 16 * 1024 * 1024;
}
