namespace IntegrationHub.Server.Tables;

/// <summary>The forms of a table that have a column.</summary>
[Flags]
public enum ColumnForms
{
    /// <summary>Only where children are told by pseudonyms.</summary>
    Pseudonymised = 1,

    /// <summary>Only where children can be told.</summary>
    Identified = 2,

    /// <summary>In both.</summary>
    Both = Pseudonymised | Identified,
}
