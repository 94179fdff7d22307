namespace IntegrationHub.Storage.Model;

/// <summary>Where a run stands. The numbers are stored and equal the contract's.</summary>
public enum RunState : short
{
    Running = 1,
    Complete = 2,
    Failed = 3,
}
