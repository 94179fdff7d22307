namespace IntegrationHub.Storage.Rebuild;

/// <summary>What a table is to a rebuild.</summary>
public enum TableClass
{
    /// <summary>The journal itself, the truth.</summary>
    Journal,

    /// <summary>
    /// What the hub answered, decided and found at the time, by the code and settings of its day. It cannot be made again, so it is
    /// kept as it is.
    /// </summary>
    Record,

    /// <summary>What follows from the journal, and is made again from it.</summary>
    Projection,
}
