namespace IntegrationHub.Storage.Model;

/// <summary>What a person did about something in quarantine, or what the hub did when its time was over.</summary>
public sealed class QuarantineStepRow
{
    public long QuarantineStepId { get; set; }
    public required string Authority { get; set; }

    /// <summary>MAP_CODE, CORRECT_IDENTIFIER, REPLAY, DISCARD or EXPIRE.</summary>
    public required string Action { get; set; }
    public DateTime Time { get; set; }

    /// <summary>Who decided; null: the hub itself.</summary>
    public string? By { get; set; }

    /// <summary>The decision in the journal; null: there was none.</summary>
    public long? Position { get; set; }

    /// <summary>What it was about: a school, a source, or nothing in particular.</summary>
    public string? Scope { get; set; }

    /// <summary>How many things it was done to.</summary>
    public int ItemCount { get; set; }
    public string? Note { get; set; }
}
