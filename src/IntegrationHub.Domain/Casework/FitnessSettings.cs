namespace IntegrationHub.Domain.Casework;

/// <summary>From where a source is no longer believed.</summary>
public sealed record FitnessSettings
{
    public static FitnessSettings Default { get; } = new();

    /// <summary>A worker is constant when one value stands in at least this many per cent of the open records. 95.</summary>
    public int ConstantPercent { get; init; } = 95;

    /// <summary>The fewest open records over which a worker can be called constant: a small team may truly have one worker. 20.</summary>
    public int ConstantLeastRecords { get; init; } = 20;

    /// <summary>The fewest teams over which a worker can be called constant: one person does not lead for two teams. 2.</summary>
    public int ConstantLeastTeams { get; init; } = 2;

    /// <summary>Up to this many per cent of workers filled, a blank may be a worker the extract left out. 60, itself included.</summary>
    public int PartlyFilledPercent { get; init; } = 60;

    /// <summary>A load is stale when it is older than this many declared intervals. 2; exactly twice is not yet stale.</summary>
    public int StaleIntervals { get; init; } = 2;

    /// <summary>
    /// A source fewer of whose children than this many per cent are matched cannot say that it does not hold a child. 50.
    /// </summary>
    public int LeastMatchPercent { get; init; } = 50;

    /// <summary>The fewest children over which the match rate is judged. 20.</summary>
    public int LeastMatchChildren { get; init; } = 20;
}
