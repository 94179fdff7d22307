using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using IntegrationHub.Contracts.Feed.V1;

namespace IntegrationHub.City.Tests.Streaming;

/// <summary>What a hub that takes everything remembers: each writer's submissions, in order.</summary>
internal sealed class TakingHub
{
    private readonly ConcurrentDictionary<(string System, string Writer), List<string>> _writers = [];
    private int _taken;

    /// <summary>Refuses every school, as an unknown authority's.</summary>
    public bool RefusesSchools { get; init; }

    /// <summary>Told when so many submissions have been taken.</summary>
    public (int Count, Action Do)? At { get; set; }

    public ConcurrentQueue<string> Calls { get; } = [];

    public IReadOnlyDictionary<(string System, string Writer), List<string>> Writers => _writers;

    public FeedAcceptance Open(string system, string writer) => new()
    {
        Watermark = Of(system, writer).Count,
        MaxOutstandingSubmissions = 100,
        HeartbeatInterval = Duration.FromTimeSpan(TimeSpan.FromSeconds(30)),
    };

    public FeedReceipt Take(string system, string writer, long sequence, string id)
    {
        List<string> taken = Of(system, writer);
        lock (taken)
        {
            ((long)taken.Count + 1).ShouldBe(sequence);
            taken.Add(id);
        }

        int count = Interlocked.Increment(ref _taken);
        if (At is { } at && count == at.Count)
            at.Do();
        return new FeedReceipt { SubmissionId = id, Sequence = sequence, Accepted = new Accepted { Position = count } };
    }

    private List<string> Of(string system, string writer) => _writers.GetOrAdd((system, writer), _ => []);
}
