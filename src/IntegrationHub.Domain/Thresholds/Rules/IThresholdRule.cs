namespace IntegrationHub.Domain.Thresholds.Rules;

/// <summary>Judges one threshold for one child at one school on one date. Pure, and without memory from child to child.</summary>
internal interface IThresholdRule
{
    Finding Judge(ChildMarks child, SchoolFrame school);
}

/// <summary>What a rule found. Days are counted from the first day of the marks.</summary>
internal readonly record struct Finding
{
    public required ThresholdStatus Status { get; init; }

    /// <summary>Null: on no day of the window.</summary>
    public int? FirstMet { get; init; }

    /// <summary>Null: not met on the as-of date.</summary>
    public int? MetSince { get; init; }

    /// <summary>The first day counted.</summary>
    public int From { get; init; }

    /// <summary>In the rule's own unit.</summary>
    public int Counted { get; init; }

    /// <summary>Sessions with one of these codes prove it.</summary>
    public CodeSet? Proof { get; init; }

    /// <summary>The status of a child who does not meet a rule, by what there was to judge.</summary>
    public static ThresholdStatus Unmet(SessionSums counted, int leastPossible = 1) =>
        counted.Possible < Math.Max(1, leastPossible) ? ThresholdStatus.TooFewSessions : ThresholdStatus.NotMet;
}
