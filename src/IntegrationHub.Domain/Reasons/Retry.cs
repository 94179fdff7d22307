namespace IntegrationHub.Domain;

/// <summary>Whether it helps to do the same again after an error.</summary>
public enum Retry
{
    /// <summary>It does not: the same gives the same. Mend what the reason names first.</summary>
    AfterMending,

    /// <summary>For a stream: open it again at once and go on from the watermark.</summary>
    FromWatermark,

    /// <summary>After the delay in the error's google.rpc.RetryInfo.</summary>
    AfterDelay,
}
