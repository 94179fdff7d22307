namespace IntegrationHub.Server.Tables;

/// <summary>What the values of a column look like. The numbers equal the contract's.</summary>
public enum ColumnType
{
    /// <summary>Text as somebody wrote it.</summary>
    Text = 1,

    /// <summary>One of a fixed set of words or codes.</summary>
    Code,

    /// <summary>A whole number.</summary>
    WholeNumber,

    /// <summary>A number with a point.</summary>
    DecimalNumber,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>A day: 2025-09-12.</summary>
    Date,

    /// <summary>An instant in UTC: 2025-09-12T08:45:00Z.</summary>
    Time,

    /// <summary>A pseudonym: a letter and 32 hexadecimal digits.</summary>
    Pseudonym,
}
