using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Server.Tests.Rebuild;

namespace IntegrationHub.Server.Tests.Attendance;

/// <summary>
/// Whatever came in later, whatever rolls were corrected, pupils merged, codes mended or marks discarded: asked as of an earlier
/// position, the hub says what it said when that was all that had arrived. HUB_FAULT_ROUNDS sets how many histories.
/// </summary>
public sealed class KnownAtProperties
{
    /// <summary>Asking takes longer than living: every third moment is asked about.</summary>
    private const int EachSteps = 3;
    private static readonly int Histories = int.Parse(Environment.GetEnvironmentVariable("HUB_FAULT_ROUNDS") ?? "5", CultureInfo.InvariantCulture);

    [Fact]
    public void KnownAt_AnyPositionOfAnyHistory_SaysWhatWasSaidThen()
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(Histories).WithReplay(20_260_712, 851).WithStartSize(1).WithEndSize(1_000_000);
        var seeds = ArbMap.Default.GeneratorFor<int>().ToArbitrary();
        Check.One(config, Prop.ForAll(seeds, seed => CheckAsync(seed).GetAwaiter().GetResult()));
    }

    private static async Task CheckAsync(int seed)
    {
        using var folder = StoppedHub.Empty();
        var said = new List<SaidThen>();
        var steps = 0;
        await new RandomHistory(seed, async hub =>
        {
            if (++steps % EachSteps == 0)
                said.Add(await SaidThen.AskAsync(hub, knownAt: null));
        }).PlayAsync(folder.Path);
        said.Count.ShouldBe(steps / EachSteps);
        await using var hub = await TownFixture.StartAsync(folder.Path);
        foreach (var then in said)
        {
            var now = await SaidThen.AskAsync(hub, then.Position);
            now.ShouldSayTheSame(then, $"seed {seed}, position {then.Position}");
        }
    }
}
