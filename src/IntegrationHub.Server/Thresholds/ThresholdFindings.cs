using IntegrationHub.Domain.Thresholds;

namespace IntegrationHub.Server.Thresholds;

/// <summary>What a run found of thresholds.</summary>
/// <param name="Counts">By threshold. One that is off is not in it.</param>
internal sealed record ThresholdFindings(IReadOnlyDictionary<string, ThresholdCounts> Counts, IReadOnlyList<MetThreshold> Met)
{
    public static ThresholdFindings None { get; } = new(new Dictionary<string, ThresholdCounts>(), []);
}

/// <summary>A threshold that a child meets.</summary>
internal sealed record MetThreshold(long PupilId, int Laestab, ThresholdResult Result);

/// <summary>How many children stand how with one threshold.</summary>
internal readonly record struct ThresholdCounts
{
    public int Met { get; init; }

    public int NotMet { get; init; }

    public int TooFewSessions { get; init; }

    public int NotAvailable { get; init; }

    public int OutsideCompulsoryAge { get; init; }

    /// <summary>One child more.</summary>
    public static ThresholdCounts operator +(ThresholdCounts counts, ThresholdStatus status) => status switch
    {
        ThresholdStatus.Met => counts with { Met = counts.Met + 1 },
        ThresholdStatus.NotMet => counts with { NotMet = counts.NotMet + 1 },
        ThresholdStatus.TooFewSessions => counts with { TooFewSessions = counts.TooFewSessions + 1 },
        ThresholdStatus.NotAvailable => counts with { NotAvailable = counts.NotAvailable + 1 },
        _ => counts with { OutsideCompulsoryAge = counts.OutsideCompulsoryAge + 1 },
    };
}
