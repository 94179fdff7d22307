namespace IntegrationHub.Storage.Model;

/// <summary>One run of the reconciliation, and the coverage that it found.</summary>
public sealed class ReconciliationRunRow
{
    public long RunId { get; set; }
    public required string Authority { get; set; }
    public DateOnly AsOfDate { get; set; }
    public long Position { get; set; }

    /// <summary>SCHEDULE or DEMAND.</summary>
    public required string Trigger { get; set; }
    public RunState State { get; set; }
    public DateTime StartTime { get; set; }
    public DateTime? EndTime { get; set; }
    public DateOnly WindowStart { get; set; }
    public DateOnly WindowEnd { get; set; }

    /// <summary>The settings that it used, as JSON.</summary>
    public required string Settings { get; set; }

    /// <summary>The settings by which it judged thresholds, as JSON. Null: it judged none.</summary>
    public string? ThresholdSettings { get; set; }

    /// <summary>The coverage that it found, as JSON. Null until complete.</summary>
    public string? Coverage { get; set; }
    public int Children { get; set; }
    public int FlagsOpened { get; set; }
    public int FlagsKept { get; set; }
    public int FlagsClosed { get; set; }
}
