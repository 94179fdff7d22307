namespace IntegrationHub.Server.Tables;

/// <summary>What a table is, for whoever reads it.</summary>
/// <param name="Name">Its name: lower case, words joined by hyphens.</param>
/// <param name="Meaning">What a row of it is, in sentences.</param>
/// <param name="Columns">The columns of every form, in order.</param>
public sealed record TableDescription(string Name, string Meaning, IReadOnlyList<ColumnDescription> Columns);
