using IntegrationHub.Domain.Thresholds.Rules;

namespace IntegrationHub.Domain.Thresholds;

/// <summary>A threshold: its name, what it says, who says so, and what may be set about it. <see cref="ThresholdCatalogue"/> has them all.</summary>
public sealed class ThresholdDefinition
{
    internal ThresholdDefinition(Func<ThresholdSettings, IThresholdRule> rule) => Rule = rule;

    /// <summary>Its name in messages, records and pages. Never changes its meaning.</summary>
    public required string Name { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }

    /// <summary>Whose it is.</summary>
    public required string Source { get; init; }

    /// <summary>When it is met, as a sentence with the settings in force.</summary>
    public required Func<ThresholdSettings, string> Says { get; init; }

    /// <summary>What it counts in.</summary>
    public ThresholdUnit Unit { get; init; } = ThresholdUnit.Sessions;

    /// <summary>What may be set about it.</summary>
    public IReadOnlyList<ThresholdSetting> Settings { get; init; } = [];

    /// <summary>Whether it is judged where nobody says otherwise.</summary>
    public bool OnByDefault { get; init; } = true;

    /// <summary>The records without which it cannot be judged, and which the hub does not take in. Empty: it can be.</summary>
    public string Needs { get; init; } = "";

    /// <summary>What of it marks cannot tell, as a sentence, though the rest is judged. Empty: nothing.</summary>
    public string Leaves { get; init; } = "";

    /// <summary>How it is judged under some settings.</summary>
    internal Func<ThresholdSettings, IThresholdRule> Rule { get; }

    public override string ToString() => Name;
}
