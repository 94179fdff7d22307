using IntegrationHub.Domain.Thresholds;

namespace IntegrationHub.Cli.Commands.Thresholds;

/// <summary>What is to be said of a threshold besides its rule.</summary>
internal static class ThresholdWords
{
    public static string Judged(ThresholdDefinition threshold) => threshold switch
    {
        { Needs.Length: > 0 } => "not available",
        { OnByDefault: false } => "when turned on",
        _ => "yes",
    };

    public static IEnumerable<string> Remarks(ThresholdDefinition threshold)
    {
        if (threshold.Needs.Length > 0)
            yield return $"Not available: it needs {threshold.Needs}, which the hub does not take in.";
        if (!threshold.OnByDefault)
            yield return $"Off by default: Hub:Thresholds:Switches:{threshold.Name} = true turns it on.";
        if (threshold.Leaves.Length > 0)
            yield return threshold.Leaves;
    }
}
