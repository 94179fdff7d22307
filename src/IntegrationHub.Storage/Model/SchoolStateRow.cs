namespace IntegrationHub.Storage.Model;

/// <summary>How far a school's registers are folded into strips, and how fresh they are.</summary>
public sealed class SchoolStateRow
{
    public required string Authority { get; set; }
    public int Laestab { get; set; }

    /// <summary>Every register of the school up to this journal position is in its strips.</summary>
    public long FoldedPosition { get; set; }

    /// <summary>Journal position of the last change of the school's roll.</summary>
    public long RollPosition { get; set; }

    /// <summary>Pending marks have been tried against the roll as it was at this position.</summary>
    public long PendingTriedPosition { get; set; }

    public DateTime? LastRegisterTime { get; set; }

    /// <summary>The latest session that a register was received for.</summary>
    public int? LastSessionNumber { get; set; }
}
