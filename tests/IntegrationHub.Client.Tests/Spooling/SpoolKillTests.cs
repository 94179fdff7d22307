using System.Diagnostics;
using System.Globalization;
using IntegrationHub.Client.Tests.FakeHub;
using IntegrationHub.Contracts.Registers.V1;
using Xunit.Abstractions;

namespace IntegrationHub.Client.Tests.Spooling;

/// <summary>
/// What SendAsync has returned for reaches the hub once, whenever the process dies. HUB_FAULT_ROUNDS sets how often each test kills; the seed is printed,
/// so that a failure can be had again.
/// </summary>
public sealed class SpoolKillTests(ITestOutputHelper output) : IDisposable
{
    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("HUB_FAULT_ROUNDS") ?? "5", CultureInfo.InvariantCulture);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task KilledWhileTheHubIsAway_LosesAndDoublesNothing()
    {
        Random random = NewRandom();
        string nowhere = $"http://127.0.0.1:{TestFeed.UnusedPort()}";
        int safe = 0;
        for (int round = 1; round <= Rounds; round++)
            safe = await SendAndKillAsync(nowhere, safe, random.Next(1, 60), () => true);

        await using FakeHubHost hub = await FakeHubHost.StartAsync();
        await ShouldHaveAllAsync(hub, safe);
    }

    [Fact]
    public async Task KilledWhileSending_LosesAndDoublesNothing()
    {
        Random random = NewRandom();
        await using FakeHubHost hub = await FakeHubHost.StartAsync(
            Enumerable.Range(0, Rounds).Select(_ => new StreamScript { TearAfter = random.Next(1, 200), MaxOutstanding = random.Next(1, 40) }));
        int safe = 0;
        for (int round = 1; round <= Rounds; round++)
        {
            long before = hub.Journal.Watermark("school-1");
            safe = await SendAndKillAsync(hub.Address, safe, random.Next(1, 300), () => hub.Journal.Watermark("school-1") > before);
        }

        await ShouldHaveAllAsync(hub, safe);
    }

    /// <summary>Lets a process send, and kills it without warning once some more are safe and the hub is ready for it. Returns the last number it called safe.</summary>
    private async Task<int> SendAndKillAsync(string address, int safe, int more, Func<bool> ready)
    {
        ProcessStartInfo start = new("dotnet", [typeof(SpoolingProcess).Assembly.Location, "spool", _folder, address])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using Process process = Process.Start(start)!;
        int target = safe + more;
        while ((safe < target || !ready()) && await process.StandardOutput.ReadLineAsync(TestFeed.Patience) is { } line)
            safe = int.Parse(line, CultureInfo.InvariantCulture);
        safe.ShouldBeGreaterThanOrEqualTo(target, "the process ended by itself");

        process.Kill();
        await process.WaitForExitAsync(TestFeed.Patience);
        while (await process.StandardOutput.ReadLineAsync(TestFeed.Patience) is { } line && int.TryParse(line, CultureInfo.InvariantCulture, out int late))
            safe = Math.Max(safe, late);
        output.WriteLine($"killed after {safe}");
        return safe;
    }

    private async Task ShouldHaveAllAsync(FakeHubHost hub, int safe)
    {
        await using FeedWriter<RegisterSubmission> last = await hub.Hub.OpenRegisterFeedAsync(
            new TestFeed().Options with { SpoolFolder = _folder }, TestFeed.Patience);
        await last.CompleteAsync(TestFeed.Patience);

        // One may have been taken in the moment of each kill without having been called safe; it is sent too, and once.
        int all = (int)last.Watermark;
        all.ShouldBeInRange(safe, safe + 1);
        hub.Journal.Journal.ShouldBe(Enumerable.Range(1, all).Select(TestFeed.Id));
    }

    private Random NewRandom()
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable("HUB_FAULT_SEED"), CultureInfo.InvariantCulture, out int given) ? given : Random.Shared.Next();
        output.WriteLine($"HUB_FAULT_SEED={seed}, {Rounds} rounds");
        return new Random(seed);
    }
}
