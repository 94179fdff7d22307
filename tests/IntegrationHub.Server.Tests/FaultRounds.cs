using System.Globalization;

namespace IntegrationHub.Server.Tests;

/// <summary>
/// How much the tests that search for faults do, and from which seed. HUB_FAULT_ROUNDS is 5 in an everyday run and 100 in a long
/// one; HUB_FAULT_SEED has a failure again. Without it an everyday run searches the same ground every time, and a long one new
/// ground.
/// </summary>
internal static class FaultRounds
{
    private const int Everyday = 5;

    public static int Count { get; } = int.Parse(
        Environment.GetEnvironmentVariable("HUB_FAULT_ROUNDS") ?? Everyday.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>The seed asked for; null: none was.</summary>
    public static int? Given { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("HUB_FAULT_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : null;

    public static bool IsLong { get; } = Count > Everyday;

    public static int Seed { get; } = Given ?? (IsLong ? Random.Shared.Next() / 2 : 20_240_819);
}
