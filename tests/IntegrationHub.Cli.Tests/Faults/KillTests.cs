using Grpc.Net.Client;
using IntegrationHub.Client;
using IntegrationHub.Contracts.Operations.V1;
using Xunit.Abstractions;

namespace IntegrationHub.Cli.Tests.Faults;

/// <summary>
/// A receipt is a promise that survives anything short of the disk. HUB_FAULT_ROUNDS sets how often each test kills; the seed is
/// printed, so that a failure can be had again.
/// </summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private static readonly int Rounds = FaultRounds.Count;

    private readonly string _folder = Directory.CreateTempSubdirectory("hub-faults-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Server_KilledAtRandomPoints_KeepsEveryReceiptOnce()
    {
        var random = NewRandom();
        var city = new FaultCity(registers: 400 * (Rounds + 1));
        var port = HubProcess.FreePort();
        var hub = await HubProcess.ServeAsync(_folder, port, random.Next(1, 64));
        using var channel = GrpcChannel.ForAddress($"http://127.0.0.1:{port}");
        await FaultCity.SetUpAsync(channel);

        var receipts = new ReceiptBook();
        var kill = new KillPoint(random.Next(1, 400));
        var sending = SendAsync(city, channel, receipt =>
        {
            receipts.Add(receipt);
            kill.Count();
        });
        for (var round = 1; round <= Rounds; round++)
        {
            await Task.WhenAny(kill.Reached, sending);
            await hub.KillAsync();
            await hub.DisposeAsync();
            output.WriteLine($"round {round}: server killed after {receipts.Count} receipts");
            kill.Next(random.Next(1, 400));
            hub = await HubProcess.ServeAsync(_folder, port, random.Next(1, 64));
        }
        await sending;
        receipts.Count.ShouldBe(city.Registers);
        await city.ShouldBeThereOnceAsync(channel);
        await hub.KillAsync();
        await hub.DisposeAsync();
        await receipts.ShouldBeTheJournalAsync(_folder);
    }

    [Fact]
    public async Task Client_KilledAtRandomPoints_LosesAndDoublesNothing()
    {
        var random = NewRandom();
        var city = new FaultCity(registers: 600 * (Rounds + 1));
        var file = Path.Combine(_folder, "registers.csv");
        city.WriteCsv(file);
        var port = HubProcess.FreePort();
        var address = $"http://127.0.0.1:{port}";
        await using var hub = await HubProcess.ServeAsync(Path.Combine(_folder, "data"), port);
        using var channel = GrpcChannel.ForAddress(address);
        await FaultCity.SetUpAsync(channel);

        var inTime = 0;
        for (var round = 1; round <= Rounds; round++)
        {
            // A share of what is left, so that a slow machine, which kills late, has something to kill in every round.
            var accepted = await AcceptedAsync(channel);
            var share = (int)(city.Registers - accepted) / (Rounds - round + 2);
            var target = accepted + random.Next(1, Math.Max(2, share));
            await using var client = HubProcess.Run("import", "registers", file, "--hub", address);
            while (!client.HasEnded && accepted < target)
                accepted = await AcceptedAsync(channel);
            inTime += client.HasEnded ? 0 : 1;
            await client.KillAsync();
            output.WriteLine($"round {round}: client killed after {accepted} registers");
        }
        inTime.ShouldBeGreaterThan(Rounds / 2, "most rounds must kill a client at work");
        await using var last = HubProcess.Run("import", "registers", file, "--hub", address);
        (await last.ExitCodeAsync()).ShouldBe(0, last.Output);
        (await AcceptedAsync(channel)).ShouldBe(city.Registers);
        await city.ShouldBeThereOnceAsync(channel);
    }

    private static async Task SendAsync(FaultCity city, GrpcChannel channel, Action<Contracts.Feed.V1.FeedReceipt> onReceipt)
    {
        var client = new HubClient(channel, new HubClientOptions { System = "mis-test" });
        await using var feed = await client.OpenRegisterFeedAsync(new()
        {
            WriterId = "writer",
            OnReceipt = onReceipt,
            LongestBackoff = TimeSpan.FromMilliseconds(200),
        });
        for (var n = 0; n < city.Registers; n++)
            await feed.SendAsync(FaultCity.Register(n));
        await feed.CompleteAsync();
    }

    private static async Task<long> AcceptedAsync(GrpcChannel channel)
    {
        var feeds = await new OperationsService.OperationsServiceClient(channel).ListFeedsAsync(new());
        return feeds.Feeds.Where(x => x.Feed == "REGISTERS").Sum(x => x.AcceptedCount);
    }

    private Random NewRandom()
    {
        var seed = FaultRounds.Seed;
        output.WriteLine($"HUB_FAULT_SEED={seed}, {Rounds} rounds");
        return new Random(seed);
    }

    /// <summary>A number of receipts to wait for, again and again.</summary>
    private sealed class KillPoint(int first)
    {
        private readonly Lock _lock = new();
        private TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _left = first;

        public Task Reached => _reached.Task;

        public void Count()
        {
            lock (_lock)
            {
                if (--_left == 0)
                    _reached.TrySetResult();
            }
        }

        public void Next(int more)
        {
            lock (_lock)
                (_left, _reached) = (more, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }
    }
}
