using System.Globalization;

namespace IntegrationHub.Cli.Tests.Faults;

/// <summary>How much the tests of faults do (HUB_FAULT_ROUNDS: 5 in an everyday run, 100 in a long one), and from which seed (HUB_FAULT_SEED).</summary>
internal static class FaultRounds
{
    public static int Count { get; } = int.Parse(Environment.GetEnvironmentVariable("HUB_FAULT_ROUNDS") ?? "5", CultureInfo.InvariantCulture);

    /// <summary>The seed asked for, or a new one each time.</summary>
    public static int Seed =>
        int.TryParse(Environment.GetEnvironmentVariable("HUB_FAULT_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
}
