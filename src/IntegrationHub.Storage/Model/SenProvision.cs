namespace IntegrationHub.Storage.Model;

/// <summary>Provision for special educational needs. The numbers are stored and equal the contract's.</summary>
public enum SenProvision : short
{
    NotRecorded = 0,
    None = 1,
    Support = 2,
    Ehcp = 3,
}
