using System.Collections.Concurrent;
using IntegrationHub.Contracts.Feed.V1;

namespace IntegrationHub.Client.Tests.FakeHub;

/// <summary>What the fake hub has taken, writer by writer, and what it is to do next.</summary>
internal sealed class FakeJournal
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, FeedReceipt> _receipts = [];
    private readonly Dictionary<string, List<string>> _taken = [];
    private readonly Dictionary<string, int> _epochs = [];
    private readonly ConcurrentQueue<StreamScript> _scripts = new();
    private readonly List<string> _journal = [];
    private readonly TaskCompletionSource _firstWait = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ids whose acceptance carries a notice: outcome and reason.</summary>
    public ConcurrentDictionary<string, (NoticeOutcome Outcome, string Reason)> Notices { get; } = [];

    /// <summary>Ids that the hub refuses.</summary>
    public ConcurrentDictionary<string, string> Refusals { get; } = [];

    /// <summary>What the calls said of their system.</summary>
    public ConcurrentQueue<string?> Systems { get; } = [];

    /// <summary>Submissions that came again under a sequence they had.</summary>
    public ConcurrentQueue<string> AnsweredAgain { get; } = [];

    /// <summary>Streams whose writer closed its side.</summary>
    public int ClosedByWriter;

    public int Openings;

    /// <summary>How many submissions were read on each stream after draining was announced.</summary>
    public ConcurrentQueue<int> ReadAfterDraining { get; } = [];

    /// <summary>Completes when a submission's receipt was first held back.</summary>
    public TaskCompletionSource FirstHeld => _firstWait;

    /// <summary>Ids in the order they became durable.</summary>
    public IReadOnlyList<string> Journal
    {
        get
        {
            lock (_lock)
                return [.. _journal];
        }
    }

    public void Next(params IEnumerable<StreamScript> scripts)
    {
        foreach (StreamScript script in scripts)
            _scripts.Enqueue(script);
    }

    public StreamScript Script() => _scripts.TryDequeue(out StreamScript? script) ? script : StreamScript.Well;

    public (long Watermark, int Epoch) Open(string writer)
    {
        lock (_lock)
        {
            Openings++;
            _epochs[writer] = _epochs.GetValueOrDefault(writer) + 1;
            return (Taken(writer).Count, _epochs[writer]);
        }
    }

    public bool IsCurrent(string writer, int epoch)
    {
        lock (_lock)
            return _epochs[writer] == epoch;
    }

    public long Watermark(string writer)
    {
        lock (_lock)
            return Taken(writer).Count;
    }

    /// <summary>Puts a writer back to where it stood, as a hub restored from a backup is.</summary>
    public void PutBack(string writer, int watermark)
    {
        lock (_lock)
        {
            foreach (string id in Taken(writer).Skip(watermark))
            {
                _receipts.Remove(id);
                _journal.Remove(id);
            }

            Taken(writer).RemoveRange(watermark, Taken(writer).Count - watermark);
        }
    }

    public FeedReceipt Take(string writer, long sequence, string id)
    {
        lock (_lock)
        {
            Taken(writer).Add(id);
            FeedReceipt receipt = Settle(id);
            receipt.Sequence = sequence;
            return receipt;
        }
    }

    /// <summary>The receipt of a sequence that was used, for the submission that had it; null for any other.</summary>
    public FeedReceipt? Answer(string writer, long sequence, string id)
    {
        lock (_lock)
        {
            if (sequence < 1 || sequence > Taken(writer).Count || Taken(writer)[(int)sequence - 1] != id)
                return null;
            AnsweredAgain.Enqueue(id);
            FeedReceipt receipt = Settle(id);
            receipt.Sequence = sequence;
            return receipt;
        }
    }

    private FeedReceipt Settle(string id)
    {
        if (_receipts.TryGetValue(id, out FeedReceipt? known))
        {
            FeedReceipt again = known.Clone();
            if (again.Accepted is not null)
                again.Accepted.Duplicate = true;
            return again;
        }

        FeedReceipt receipt = new() { SubmissionId = id };
        if (Refusals.TryGetValue(id, out string? reason))
        {
            receipt.Refused = new Refused { Reason = reason };
        }
        else
        {
            _journal.Add(id);
            receipt.Accepted = new Accepted { Position = _journal.Count };
            if (Notices.TryGetValue(id, out (NoticeOutcome Outcome, string Reason) notice))
                receipt.Accepted.Notices.Add(new Notice { Outcome = notice.Outcome, Reason = notice.Reason });
        }

        _receipts.Add(id, receipt);
        return receipt.Clone();
    }

    private List<string> Taken(string writer) => _taken.TryGetValue(writer, out List<string>? taken) ? taken : _taken[writer] = [];
}
