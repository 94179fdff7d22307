namespace IntegrationHub.Storage.Model;

/// <summary>
/// What a journal row is a statement about. Each has one kind of message, so that the journal can be read back without being told
/// what a row's bytes are. The numbers are stored: append, never renumber.
/// </summary>
public enum Feed : short
{
    Registers = 1,
    Roll = 2,
    Casework = 3,

    /// <summary>What people do with flags.</summary>
    FlagDecisions = 4,

    /// <summary>The operator's schools.</summary>
    Schools = 5,

    /// <summary>The operator's terms and closures.</summary>
    Calendar = 6,

    /// <summary>The sources of case records, as the operator declares them.</summary>
    Sources = 7,

    /// <summary>The LA's approvals of held snapshots.</summary>
    SnapshotApprovals = 8,

    /// <summary>What people do about what is in quarantine.</summary>
    Quarantine = 9,
}
