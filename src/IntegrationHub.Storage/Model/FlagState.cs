namespace IntegrationHub.Storage.Model;

/// <summary>Where a flag stands. The numbers are stored and equal the contract's.</summary>
public enum FlagState : short
{
    Open = 1,
    Acknowledged = 2,
    Assigned = 3,
    Closed = 4,
}
