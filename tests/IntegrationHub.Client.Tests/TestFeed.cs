using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Contracts.Registers.V1;

namespace IntegrationHub.Client.Tests;

/// <summary>A feed's options that remember what they were told.</summary>
internal sealed class TestFeed
{
    public ConcurrentQueue<FeedReceipt> Receipts { get; } = [];

    public ConcurrentQueue<FeedInterruption> Interruptions { get; } = [];

    public FeedOptions Options => new()
    {
        WriterId = "school-1",
        OnReceipt = Receipts.Enqueue,
        OnInterruption = Interruptions.Enqueue,
        FirstBackoff = TimeSpan.FromMilliseconds(5),
        LongestBackoff = TimeSpan.FromMilliseconds(20),
        GiveUpAfter = TimeSpan.FromSeconds(30),
    };

    /// <summary>A patience that only a hang exhausts.</summary>
    public static CancellationToken Patience => new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token;

    public static string Id(int number) => $"00000000-0000-8000-8000-{number:000000000000}";

    public static RegisterSubmission Register(int number) => new() { SubmissionId = Id(number), SchoolUrn = "990001", Marks = { new RegisterMark { MisPupilId = "1", Code = "/" } } };

    public static int UnusedPort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static async IAsyncEnumerable<RegisterSubmission> Registers(int first, int last)
    {
        for (int number = first; number <= last; number++)
        {
            await Task.Yield();
            yield return Register(number);
        }
    }

    public static async Task SendAsync(FeedWriter<RegisterSubmission> writer, int first, int last)
    {
        for (int number = first; number <= last; number++)
            await writer.SendAsync(Register(number), Patience);
    }

    /// <summary>Holds that numbers 1 to <paramref name="last"/> are in the hub once, in order, and had one receipt each, in order, under their own sequence.</summary>
    public void ShouldHaveAll(FakeHub.FakeJournal journal, int last)
    {
        string[] ids = [.. Enumerable.Range(1, last).Select(Id)];
        journal.Journal.ShouldBe(ids);
        Receipts.Select(receipt => receipt.SubmissionId).ShouldBe(ids);
        Receipts.Select(receipt => receipt.Sequence).ShouldBe(Enumerable.Range(1, last).Select(number => (long)number));
    }
}
