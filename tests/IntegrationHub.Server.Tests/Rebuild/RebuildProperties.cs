using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Storage.Rebuild;

namespace IntegrationHub.Server.Tests.Rebuild;

/// <summary>Whatever the history, and wherever the hub was restarted: what is made again equals what was there. HUB_FAULT_ROUNDS sets how many.</summary>
public sealed class RebuildProperties
{
    private static readonly int Histories = int.Parse(Environment.GetEnvironmentVariable("HUB_FAULT_ROUNDS") ?? "5", CultureInfo.InvariantCulture);

    [Fact]
    public void Rebuild_OfAnyHistory_MakesEveryTableEqual()
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(Histories).WithReplay(20_211_217, 851).WithStartSize(1).WithEndSize(1_000_000);
        // A smaller seed is no smaller history.
        var seeds = ArbMap.Default.GeneratorFor<int>().ToArbitrary();
        Check.One(config, Prop.ForAll(seeds, seed => CheckAsync(seed).GetAwaiter().GetResult()));
    }

    private static async Task CheckAsync(int seed)
    {
        using var hub = StoppedHub.Empty();
        await new RandomHistory(seed).PlayAsync(hub.Path);
        using var moved = StoppedHub.Empty();
        await hub.ExportAsync(hub.File("j"));
        await moved.ImportAsync(hub.File("j"));
        Differences((await hub.RebuildAsync(check: true, examples: 3)).Tables).ShouldBeEmpty($"seed {seed}");
        Differences(await hub.CompareAsync(moved)).ShouldBeEmpty($"seed {seed}");
    }

    private static IEnumerable<string> Differences(IReadOnlyList<TableDifference> tables) => tables
        .Where(x => !x.IsEqual)
        .SelectMany(x => x.Examples.Select(row => $"{x.Table}: {row.Kind} {string.Join(',', row.Key)} {string.Join(',', row.Columns)}"));
}
