namespace IntegrationHub.Domain;

/// <summary>What it means for a sender that the hub gives a reason.</summary>
public enum ReasonEffect
{
    /// <summary>The stream ends with an error.</summary>
    EndsStream,

    /// <summary>A submission is refused by receipt. The stream goes on.</summary>
    RefusesSubmission,

    /// <summary>A mark or record counts; something about it should be mended at the source.</summary>
    Warning,

    /// <summary>A mark or record is kept, and counts by itself when what it waits for arrives.</summary>
    Pending,

    /// <summary>A mark or record is kept, and does not count until it is mended.</summary>
    Quarantined,

    /// <summary>One item of an operator's request is not taken. The others are.</summary>
    RefusesItem,

    /// <summary>A call without a stream is answered with an error.</summary>
    FailsCall,
}
