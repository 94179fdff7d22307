using FsCheck;
using FsCheck.Fluent;
using Grpc.Net.Client;
using IntegrationHub.Client.Tests.FakeHub;
using IntegrationHub.Contracts.Registers.V1;

namespace IntegrationHub.Client.Tests.Spooling;

/// <summary>Where hub and spool stand after restarts of either, and what mends it when they do not fit.</summary>
public sealed class SpoolRestartTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly TestFeed _feed = new();

    private FeedOptions Options => _feed.Options with { SpoolFolder = _folder };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task HubPutBack_IsAnError_AndRenumberingSendsTheRest()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync();
        await SendAsync(hub, Options, 1, 10);
        hub.Journal.PutBack("school-1", 6);
        await SpoolAsync(11, 12);

        await ShouldEndAsync(hub, FeedException.WatermarkBehind);
        await SendAsync(hub, Options with { RenumberSpool = true }, 13, 13);
        await SendAsync(hub, Options, 14, 14);

        // What the hub had lost after its receipts (7 to 10) is the sender's to send again; what the spool had is there.
        hub.Journal.Journal.ShouldBe([.. Ids(1, 6), .. Ids(11, 14)]);
        hub.Journal.Watermark("school-1").ShouldBe(10);
    }

    [Fact]
    public async Task AnotherProcessUnderTheName_IsAnError_AndRenumberingSendsTheRest()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync();
        await SendAsync(hub, Options, 1, 5);
        await SendAsync(hub, _feed.Options, 101, 103);
        await SpoolAsync(6, 6);

        await ShouldEndAsync(hub, FeedException.WatermarkAhead);
        await SendAsync(hub, Options with { RenumberSpool = true }, 7, 7);

        hub.Journal.Journal.ShouldBe([.. Ids(1, 5), .. Ids(101, 103), .. Ids(6, 7)]);
    }

    [Fact]
    public async Task AnotherProcessWithinWhatTheSpoolHolds_IsAnErrorToo()
    {
        await using FakeHubHost hub = await FakeHubHost.StartAsync();
        await SendAsync(hub, Options, 1, 5);
        await SpoolAsync(6, 20);
        await SendAsync(hub, _feed.Options, 101, 101);

        await ShouldEndAsync(hub, "SEQUENCE_GAP");
        await SendAsync(hub, Options with { RenumberSpool = true }, 21, 21);
        hub.Journal.Journal.ShouldBe([.. Ids(1, 5), TestFeed.Id(101), .. Ids(6, 21)]);
    }

    [Fact]
    public void AnyBreaksAndRestarts_EverythingOnce() =>
        Prop.ForAll(Histories().ToArbitrary(), EverythingOnce).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    private static bool EverythingOnce((StreamScript[] Breaks, int[] Restarts) history) => Task.Run(async () =>
    {
        using TempFolder folder = new();
        await using FakeHubHost hub = await FakeHubHost.StartAsync(history.Breaks);
        FeedOptions options = new TestFeed().Options with { SpoolFolder = folder, SpoolLimit = 8_000 };
        int sent = 0;
        foreach (int count in history.Restarts)
        {
            await using FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(options, TestFeed.Patience);
            writer.Watermark.ShouldBe(sent);
            await writer.SendAllAsync(TestFeed.Registers(sent + 1, sent + count), TestFeed.Patience);
            sent += count;
        }

        await using FeedWriter<RegisterSubmission> last = await hub.Hub.OpenRegisterFeedAsync(options, TestFeed.Patience);
        await last.CompleteAsync(TestFeed.Patience);
        hub.Journal.Journal.ShouldBe(Ids(1, sent));
        hub.Journal.Watermark("school-1").ShouldBe(sent);
        return true;
    }).GetAwaiter().GetResult();

    private static Gen<(StreamScript[] Breaks, int[] Restarts)> Histories() =>
        from breaks in FeedBreaks.Any().ListOf(4)
        from restarts in Gen.Choose(0, 40).ListOf(4)
        select (breaks.ToArray(), restarts.ToArray());

    private static IEnumerable<string> Ids(int first, int last) => Enumerable.Range(first, last - first + 1).Select(TestFeed.Id);

    /// <summary>Leaves submissions in the spool, with the hub out of reach.</summary>
    private async Task SpoolAsync(int first, int last)
    {
        using GrpcChannel nowhere = GrpcChannel.ForAddress($"http://127.0.0.1:{TestFeed.UnusedPort()}");
        await using FeedWriter<RegisterSubmission> away = await new HubClient(nowhere).OpenRegisterFeedAsync(Options, TestFeed.Patience);
        await TestFeed.SendAsync(away, first, last);
    }

    private async Task ShouldEndAsync(FakeHubHost hub, string reason)
    {
        await using FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(Options, TestFeed.Patience);
        (await Should.ThrowAsync<FeedException>(() => writer.CompleteAsync(TestFeed.Patience))).Reason.ShouldBe(reason);
    }

    private static async Task SendAsync(FakeHubHost hub, FeedOptions options, int first, int last)
    {
        await using FeedWriter<RegisterSubmission> writer = await hub.Hub.OpenRegisterFeedAsync(options, TestFeed.Patience);
        await TestFeed.SendAsync(writer, first, last);
        await writer.CompleteAsync(TestFeed.Patience);
    }
}
