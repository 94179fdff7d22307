using System.Net;
using System.Net.Sockets;
using Grpc.Net.Client;
using IntegrationHub.Client;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;
using static IntegrationHub.Server.Tests.Registers.RegisterBuilder;

namespace IntegrationHub.Server.Tests.Feeds;

/// <summary>A vendor's feed with a spool, beside a real hub that is stopped, started and put back.</summary>
public sealed class SpooledFeedTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hub-spooled-").FullName;
    private readonly int _port = FreePort();
    private readonly RegisterSubmission[] _registers = [.. Enumerable.Range(0, 60).Select(_ => Register(Mark("p1", "/")))];
    private GrpcChannel _channel = null!;
    private TestHub? _hub;

    private string HubFolder => Path.Combine(_folder, "hub");

    private static CancellationToken Patience => new CancellationTokenSource(TimeSpan.FromSeconds(90)).Token;

    private Client.FeedOptions Options => new()
    {
        WriterId = "school-900001",
        SpoolFolder = Path.Combine(_folder, "spool"),
        FirstBackoff = TimeSpan.FromMilliseconds(10),
        LongestBackoff = TimeSpan.FromMilliseconds(100),
    };

    public async Task InitializeAsync()
    {
        _channel = GrpcChannel.ForAddress($"http://127.0.0.1:{_port}");
        await StartHubAsync();
        await _hub!.AddSchoolAsync(Urn, Laestab);
        await _hub.AddPupilAsync(Laestab, null, "p1");
    }

    public async Task DisposeAsync()
    {
        await StopHubAsync();
        _channel.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task HubStoppedInBetween_GetsEverythingOnce_InOrder()
    {
        await using (var feed = await OpenAsync(Options))
        {
            await SendAsync(feed, 0, 20);
            await StopHubAsync();
            await SendAsync(feed, 20, 40);
            feed.Outstanding.ShouldBeGreaterThanOrEqualTo(20);
        }

        await using var restarted = await OpenAsync(Options);
        restarted.Watermark.ShouldBe(40);
        await SendAsync(restarted, 40, 60);
        await StartHubAsync();
        await restarted.CompleteAsync(Patience);

        restarted.Summary.Refused.ShouldBe(0);
        (await JournalAsync()).ShouldBe(Ids(0, 60));
        var registers = new RegisterIngestService.RegisterIngestServiceClient(_hub!.Client().Invoker);
        (await registers.GetWriterCheckpointAsync(new() { WriterId = "school-900001" })).Watermark.ShouldBe(60);
    }

    [Fact]
    public async Task HubPutBackToABackup_IsNoticed_AndRenumberingBringsTheRest()
    {
        await SendAllAsync(Options, 0, 20);
        await StopHubAsync();
        var backup = Path.Combine(_folder, "backup");
        Copy(HubFolder, backup);
        await StartHubAsync();
        await SendAllAsync(Options, 20, 30);
        await StopHubAsync();
        Directory.Delete(HubFolder, recursive: true);
        Copy(backup, HubFolder);
        await StartHubAsync();

        (await Should.ThrowAsync<FeedException>(() => SendAllAsync(Options, 30, 40))).Reason.ShouldBe(FeedException.WatermarkBehind);
        var spooled = (int)await WatermarkOfSpoolAsync();
        await SendAllAsync(Options with { RenumberSpool = true }, spooled, 50);

        // Registers 20 to 29 had their receipts and went with the hub's disk: the vendor sends those again from its own records.
        (await JournalAsync()).ShouldBe([.. Ids(0, 20), .. Ids(30, 50)]);
        await SendAllAsync(Options, 20, 30);
        (await JournalAsync()).ShouldBe([.. Ids(0, 20), .. Ids(30, 50), .. Ids(20, 30)]);
    }

    private async Task StartHubAsync() => _hub = await TestHub.StartAsync(options => options.GrpcPort = _port, folderPath: HubFolder);

    private async Task StopHubAsync()
    {
        if (_hub is not null)
            await _hub.DisposeAsync();
        _hub = null;
    }

    private Task<FeedWriter<RegisterSubmission>> OpenAsync(Client.FeedOptions options) =>
        new HubClient(_channel, new HubClientOptions { System = "mis-test" }).OpenRegisterFeedAsync(options, Patience);

    private async Task SendAllAsync(Client.FeedOptions options, int from, int to)
    {
        await using var feed = await OpenAsync(options);
        await SendAsync(feed, from, to);
        await feed.CompleteAsync(Patience);
    }

    private async Task SendAsync(FeedWriter<RegisterSubmission> feed, int from, int to)
    {
        foreach (var register in _registers[from..to])
            await feed.SendAsync(register, Patience);
    }

    /// <summary>How many submissions the spool ever took: some of the send that failed may have come in before the feed ended.</summary>
    private async Task<long> WatermarkOfSpoolAsync()
    {
        await using var feed = await OpenAsync(Options);
        return feed.Watermark;
    }

    private async Task<List<string>> JournalAsync()
    {
        await using var context = _hub!.Database.CreateReadContext();
        var ids = await context.Journal.Where(x => x.Feed == Feed.Registers).OrderBy(x => x.Position).Select(x => x.SubmissionId).ToListAsync();
        return [.. ids.Select(x => x.ToString())];
    }

    private IEnumerable<string> Ids(int from, int to) => _registers[from..to].Select(x => x.SubmissionId);

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
