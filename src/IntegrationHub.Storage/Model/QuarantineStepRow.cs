namespace IntegrationHub.Storage.Model;

/// <summary>What a person did about something in quarantine, or the hub itself when a set time was over.</summary>
public sealed class QuarantineStepRow
{
    public long QuarantineStepId { get; set; }
    public required string Authority { get; set; }

    /// <summary>MAP_CODE, CORRECT_IDENTIFIER, REPLAY or DISCARD.</summary>
    public required string Action { get; set; }
    public DateTime Time { get; set; }

    /// <summary>Who decided.</summary>
    public required string By { get; set; }

    /// <summary>The decision in the journal.</summary>
    public long Position { get; set; }

    /// <summary>The school it was about. Null: none, or several.</summary>
    public string? Scope { get; set; }

    /// <summary>How many things it was done to.</summary>
    public int ItemCount { get; set; }
    public string? Note { get; set; }
}
