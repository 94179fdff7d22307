namespace IntegrationHub.Server.Tables;

/// <summary>What a column of a table is, for whoever reads the table.</summary>
public sealed record ColumnDescription
{
    /// <summary>Its name in the first line: lower case, words joined by underscores.</summary>
    public required string Name { get; init; }

    public required ColumnType Type { get; init; }

    /// <summary>What it means, and what an empty value means, in sentences.</summary>
    public required string Meaning { get; init; }

    /// <summary>Where it comes from: "register", "roll".</summary>
    public required string Source { get; init; }

    /// <summary>What a number counts. Empty: nothing.</summary>
    public string Unit { get; init; } = "";

    public ColumnForms Forms { get; init; } = ColumnForms.Both;
}
