using Grpc.Net.Client;
using IntegrationHub.Client;
using IntegrationHub.Contracts.Operations.V1;
using Xunit.Abstractions;

namespace IntegrationHub.Cli.Tests.Faults;

/// <summary>
/// Two writers and a hub with bad lines between them: nothing is lost, nothing is doubled, and neither side waits for ever for the
/// other. HUB_FAULT_ROUNDS sets how long it goes on; HUB_FAULT_SEED has the same faults again.
/// </summary>
public sealed class LossyLineTests(ITestOutputHelper output) : IDisposable
{
    private const int Writers = 2;
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Ping = TimeSpan.FromSeconds(1);

    /// <summary>How long a side may take beyond its rule, on a machine that is busy with other things.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan RoundLength = TimeSpan.FromSeconds(6);

    private readonly string _folder = Directory.CreateTempSubdirectory("hub-line-").FullName;
    private readonly ReceiptBook _receipts = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Feeds_OverABadLine_LoseAndDoubleNothingAndNeverHang()
    {
        var seed = FaultRounds.Seed;
        output.WriteLine($"HUB_FAULT_SEED={seed}, {FaultRounds.Count} rounds");
        var port = HubProcess.FreePort();
        await using var hub = await HubProcess.ServeAsync(_folder, port,
            ("Feeds__MaxOutstandingSubmissions", "24"), ("Feeds__HeartbeatInterval", $"{Heartbeat}"),
            ("Feeds__PingDelay", $"{Ping}"), ("Feeds__PingTimeout", $"{Ping}"));
        using var channel = GrpcChannel.ForAddress($"http://127.0.0.1:{port}");
        await FaultCity.SetUpAsync(channel);

        var started = TimeProvider.System.GetTimestamp();
        var proxies = Enumerable.Range(0, Writers).Select(i => new LossyProxy(port, seed + i)).ToList();
        var sent = await Task.WhenAll(proxies.Select((proxy, i) => SendAsync(proxy, i, started)));
        _receipts.Count.ShouldBe(sent.Sum());

        foreach (var proxy in proxies)
        {
            await ShouldBeNoticedAsync(proxy);
            await proxy.DisposeAsync();
        }
        await ShouldBeThereOnceAsync(channel, sent);
        await hub.KillAsync();
        await _receipts.ShouldBeTheJournalAsync(_folder);
    }

    /// <summary>One writer sends every other register, until its time is up and every fault has had its turn.</summary>
    private async Task<int> SendAsync(LossyProxy proxy, int writer, long started)
    {
        using var channel = HubChannel.ForAddress(new Uri(proxy.Address), Ping);
        await using var feed = await new HubClient(channel, new HubClientOptions { System = "mis-test" }).OpenRegisterFeedAsync(new()
        {
            WriterId = $"writer-{writer}",
            OnReceipt = _receipts.Add,
            OnInterruption = _ => proxy.ClientNotices(),
            LongestBackoff = TimeSpan.FromMilliseconds(100),
            AcceptanceTimeout = 3 * Heartbeat,
        });
        var sent = 0;
        while (TimeProvider.System.GetElapsedTime(started) < FaultRounds.Count * RoundLength
            || proxy.Faults.Distinct().Count() < Enum.GetValues<LineFault>().Length)
            await feed.SendAsync(FaultCity.Register((Writers * sent++) + writer));
        proxy.Calm = true;
        await feed.CompleteAsync();
        output.WriteLine($"writer {writer}: {sent} registers, {proxy.Faults.Count} faults");
        return sent;
    }

    /// <summary>A client hears nothing for three heartbeats and a half at most; a hub asks after a while, and waits for the answer for another.</summary>
    private static async Task ShouldBeNoticedAsync(LossyProxy proxy)
    {
        foreach (var stall in proxy.Stalls)
        {
            var client = await stall.ClientNoticed.WaitAsync(Slack);
            client.ShouldBeLessThan((2 * Ping) + (3.5 * Heartbeat) + Slack, $"client, {stall.Fault}");
            var hub = await stall.HubNoticed.WaitAsync((2 * Ping) + Slack);
            hub.ShouldBeLessThan((2 * Ping) + (3.5 * Heartbeat) + Slack, $"hub, {stall.Fault}");
        }
    }

    private static async Task ShouldBeThereOnceAsync(GrpcChannel channel, int[] sent)
    {
        var feeds = await new OperationsService.OperationsServiceClient(channel).ListFeedsAsync(new());
        var registers = feeds.Feeds.Where(x => x.Feed == "REGISTERS").OrderBy(x => x.WriterId).ToList();
        registers.Select(x => x.AcceptedCount).ShouldBe(sent.Select(x => (long)x));
        registers.Select(x => x.Watermark).ShouldBe(sent.Select(x => (long)x));
        await FaultCity.ShouldBeThereOnceAsync(channel, sent.SelectMany((count, writer) => Enumerable.Range(0, count).Select(n => (Writers * n) + writer)));
    }
}
