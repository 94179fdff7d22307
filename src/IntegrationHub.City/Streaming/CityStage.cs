namespace IntegrationHub.City.Streaming;

/// <summary>How far the sending of a load has come.</summary>
public enum CityStage
{
    /// <summary>Schools, terms and sources.</summary>
    Applying = 0,

    /// <summary>Rolls.</summary>
    Rolls,

    /// <summary>Case records.</summary>
    Cases,

    /// <summary>Registers.</summary>
    Registers,

    /// <summary>Everything has its receipt.</summary>
    Done,
}
