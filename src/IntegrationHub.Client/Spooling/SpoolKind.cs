namespace IntegrationHub.Client.Spooling;

/// <summary>What a record of the spool says.</summary>
internal enum SpoolKind
{
    None = 0,

    /// <summary>Begins a file: whose spool it is, and what was settled and numbered when the file began.</summary>
    Start = 1,

    /// <summary>A submission, with its number in the spool.</summary>
    Submission = 2,

    /// <summary>Everything up to this number has had its outcome.</summary>
    Settled = 3,

    /// <summary>The sequence of a submission is its number and this added.</summary>
    Base = 4,
}
