namespace IntegrationHub.Storage.Attendance;

/// <summary>How much one pass of the fold takes on.</summary>
public sealed record FoldSettings
{
    /// <summary>Registers of one school in one pass at most.</summary>
    public int MaxRegisters { get; init; } = 2000;

    /// <summary>Schools folded at the same time. SQLite has one writer, so more than the cores gain nothing.</summary>
    public int Workers { get; init; } = 1;
}
