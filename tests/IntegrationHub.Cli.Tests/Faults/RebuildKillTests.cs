using System.Globalization;
using Grpc.Net.Client;
using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Contracts.Registers.V1;
using Xunit.Abstractions;

namespace IntegrationHub.Cli.Tests.Faults;

/// <summary>
/// A rebuild that is killed leaves a hub that serves what it served. HUB_FAULT_ROUNDS sets how often it is killed; the seed is printed.
/// </summary>
public sealed class RebuildKillTests(ITestOutputHelper output) : IDisposable
{
    private const int Registers = 500;
    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("HUB_FAULT_ROUNDS") ?? "5", CultureInfo.InvariantCulture);

    private readonly string _folder = Directory.CreateTempSubdirectory("hub-faults-").FullName;
    private readonly FaultCity _city = new(Registers);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Rebuild_KilledAtRandomPoints_LeavesAHubThatServes()
    {
        var random = NewRandom();
        await ServeAsync(SendAllAsync);
        var whole = await BytesOfAWholeRebuildAsync();
        for (var round = 1; round <= Rounds; round++)
        {
            var target = random.NextInt64(whole + 1);
            await using (var rebuild = HubProcess.Run("rebuild", "--data", _folder))
            {
                await GrownAsync(rebuild, target);
                output.WriteLine($"round {round}: killed at {Grown():N0} of {whole:N0} bytes, {(rebuild.HasEnded ? "ended" : "running")}");
                await rebuild.KillAsync();
            }
            await ServeAsync(_city.ShouldBeThereOnceAsync);
        }
        await using var last = HubProcess.Run("rebuild", "--check", "--data", _folder);
        (await last.ExitCodeAsync()).ShouldBe(0, last.Output);
        File.Exists(Path.Combine(_folder, "hub.db.new")).ShouldBeFalse("the last rebuild clears away what the killed ones left");
    }

    private async Task ServeAsync(Func<GrpcChannel, Task> use)
    {
        var port = HubProcess.FreePort();
        await using var hub = await HubProcess.ServeAsync(_folder, port);
        using var channel = GrpcChannel.ForAddress($"http://127.0.0.1:{port}");
        await use(channel);
        await hub.KillAsync();
    }

    private async Task SendAllAsync(GrpcChannel channel)
    {
        await FaultCity.SetUpAsync(channel);
        var registers = new RegisterIngestService.RegisterIngestServiceClient(channel);
        foreach (var n in Enumerable.Range(0, Registers))
        {
            var answer = await registers.SubmitRegisterAsync(new() { WriterId = "writer", Register = FaultCity.Register(n) });
            answer.Receipt.OutcomeCase.ShouldBe(FeedReceipt.OutcomeOneofCase.Accepted);
        }
    }

    /// <summary>How many bytes the files of a rebuild come to, so that each moment of it can be hit.</summary>
    private async Task<long> BytesOfAWholeRebuildAsync()
    {
        await using var rebuild = HubProcess.Run("rebuild", "--check", "--data", _folder);
        var most = 0L;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        while (!rebuild.HasEnded && await timer.WaitForNextTickAsync())
            most = Math.Max(most, Grown());
        (await rebuild.ExitCodeAsync()).ShouldBe(0, rebuild.Output);
        return most;
    }

    private async Task GrownAsync(HubProcess rebuild, long target)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        while (!rebuild.HasEnded && Grown() < target)
            await timer.WaitForNextTickAsync();
    }

    private long Grown() => new[] { "hub.db.new", "hub.db.new-wal" }
        .Select(x => new FileInfo(Path.Combine(_folder, x)))
        .Sum(x => x.Exists ? x.Length : 0);

    private Random NewRandom()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("HUB_FAULT_SEED"), CultureInfo.InvariantCulture, out var given)
            ? given
            : Random.Shared.Next();
        output.WriteLine($"HUB_FAULT_SEED={seed}, {Rounds} rounds");
        return new Random(seed);
    }
}
