namespace IntegrationHub.Domain.Thresholds;

/// <summary>Where a child stands with a threshold on a date. Each child has exactly one, and the hub decides nothing by it.</summary>
public enum ThresholdStatus
{
    /// <summary>The marks known meet it.</summary>
    Met = 0,

    /// <summary>They do not.</summary>
    NotMet,

    /// <summary>
    /// Fewer sessions were possible than the threshold needs; for one that counts, none at all. Silence is neither met nor not met.
    /// </summary>
    TooFewSessions,

    /// <summary>It needs records that the hub does not take in, or that are not on file.</summary>
    NotAvailable,

    /// <summary>Not of compulsory school age on the date, where the settings ask for that.</summary>
    OutsideCompulsoryAge,
}
