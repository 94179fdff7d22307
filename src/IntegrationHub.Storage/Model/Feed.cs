namespace IntegrationHub.Storage.Model;

/// <summary>What a journal row is a statement about. The numbers are stored: append, never renumber.</summary>
public enum Feed : short
{
    Registers = 1,
    Roll = 2,
    Casework = 3,

    /// <summary>People's decisions: approvals, actions on flags.</summary>
    Decisions = 4,

    /// <summary>The operator's schools, calendar and sources.</summary>
    Reference = 5,
}
