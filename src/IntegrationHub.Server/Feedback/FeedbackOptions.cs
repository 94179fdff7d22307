namespace IntegrationHub.Server;

/// <summary>When registers are missed.</summary>
public sealed class FeedbackOptions
{
    /// <summary>When the register of a morning is due, in the LA's own time. Default: 10:30.</summary>
    public TimeOnly MorningDue { get; set; } = new(10, 30);

    /// <summary>When the register of an afternoon is due, in the LA's own time. Default: 14:30.</summary>
    public TimeOnly AfternoonDue { get; set; } = new(14, 30);
}
