namespace IntegrationHub.Storage.Model;

/// <summary>Where a snapshot stands. The numbers are stored.</summary>
public enum SnapshotState : short
{
    /// <summary>Begun; its records are not visible.</summary>
    Open = 1,

    /// <summary>Ended and visible.</summary>
    Visible = 2,

    /// <summary>Ended, but it would close too much: it waits for the LA.</summary>
    Held = 3,

    /// <summary>Begun again by its writer before it ended, or overtaken by a later one while it was held.</summary>
    Abandoned = 4,
}
