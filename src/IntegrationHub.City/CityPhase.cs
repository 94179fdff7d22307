namespace IntegrationHub.City;

/// <summary>A school's phase, under the names the Department for Education's attendance figures use.</summary>
public enum CityPhase
{
    /// <summary>Reception to year 6.</summary>
    Primary = 0,

    /// <summary>Years 7 to 11.</summary>
    Secondary,

    /// <summary>A special school; its years are its own.</summary>
    Special,
}
