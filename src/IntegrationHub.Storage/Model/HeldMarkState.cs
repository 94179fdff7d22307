namespace IntegrationHub.Storage.Model;

/// <summary>Why a mark is held. The numbers are stored.</summary>
public enum HeldMarkState : short
{
    /// <summary>Its pupil is not on the roll on that day; it counts by itself when the roll says so.</summary>
    Pending = 1,

    /// <summary>It cannot be read; it counts when it is mended.</summary>
    Quarantined = 2,
}
