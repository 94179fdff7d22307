namespace IntegrationHub.Storage.Rebuild;

/// <summary>One table of two databases beside each other.</summary>
public sealed record TableDifference
{
    public required string Table { get; init; }

    public required TableClass Class { get; init; }

    /// <summary>Rows in the one and in the other.</summary>
    public required long RowsBefore { get; init; }

    public required long RowsAfter { get; init; }

    /// <summary>Rows of the one that the other does not hold, or holds with other values.</summary>
    public required long OnlyBefore { get; init; }

    public required long OnlyAfter { get; init; }

    /// <summary>Some of the rows that differ. Empty when none was asked for.</summary>
    public IReadOnlyList<RowDifference> Examples { get; init; } = [];

    public bool IsEqual => OnlyBefore == 0 && OnlyAfter == 0;
}

/// <summary>A row that differs, told without personal data.</summary>
/// <param name="Kind">How.</param>
/// <param name="Key">The numbers of its key: positions and numbers that the hub gave. Words in a key name people, and are left out.</param>
/// <param name="Columns">The columns that differ, where both hold the row.</param>
public sealed record RowDifference(RowDifferenceKind Kind, IReadOnlyList<(string Column, long Number)> Key, IReadOnlyList<string> Columns);

/// <summary>How a row differs.</summary>
public enum RowDifferenceKind
{
    OnlyBefore,
    OnlyAfter,

    /// <summary>Both hold it, with other values.</summary>
    Changed,
}
