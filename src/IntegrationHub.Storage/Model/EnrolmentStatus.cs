namespace IntegrationHub.Storage.Model;

/// <summary>How a pupil is enrolled. The numbers are stored and equal the contract's.</summary>
public enum EnrolmentStatus : short
{
    Main = 1,
    Subsidiary = 2,

    /// <summary>Not registered at the school: marks are kept and count in no measure.</summary>
    Guest = 3,
}
