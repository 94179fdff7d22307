namespace IntegrationHub.Client.Spooling;

/// <summary>What was found at a place in a file of the spool.</summary>
internal enum SpoolRead
{
    /// <summary>An intact record.</summary>
    Record,

    /// <summary>The end of the file.</summary>
    End,

    /// <summary>The beginning of a record whose end was never written: what a kill or a power cut leaves.</summary>
    Torn,

    /// <summary>Bytes that no interrupted append leaves.</summary>
    Damaged,
}
