using IntegrationHub.Storage;
using IntegrationHub.Storage.Rebuild;

namespace IntegrationHub.Server.Rebuild;

/// <summary>What a rebuild found, and whether its tables are in force now.</summary>
public sealed record RebuildReport
{
    /// <summary>The last position of the journal that was applied again.</summary>
    public required long Position { get; init; }

    /// <summary>Every table, the old one beside the new one.</summary>
    public required IReadOnlyList<TableDifference> Tables { get; init; }

    /// <summary>Whether the new tables have taken the old ones' place.</summary>
    public required bool TookOver { get; init; }

    /// <summary>Schools whose old tables could not take the registers that were still to be folded.</summary>
    public required IReadOnlyList<SchoolKey> UnfoldedSchools { get; init; }

    public bool IsEqual => Tables.All(x => x.IsEqual);
}
