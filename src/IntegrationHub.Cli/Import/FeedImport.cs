using System.Collections.Concurrent;
using IntegrationHub.Client;
using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Domain;

namespace IntegrationHub.Cli.Import;

/// <summary>
/// Sends an import's submissions on a feed and maps the receipts back to the rows they came from. Everything is sent each time: what
/// the hub has already it answers as a duplicate, with the notices of the first time, so that a run after a crash tells as much as one
/// without.
/// </summary>
internal sealed class FeedImport<T> : IAsyncDisposable
    where T : class
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    // Refusals that say something about the hub as it was, not about the file. The hub answers a submission id alike for ever; one
    // that was refused for want of a school goes in under another id when the school is there.
    private static readonly HashSet<string> Passing =
    [
        Reason.UnknownSchool, Reason.SchoolClosed, Reason.DateOutsideSchoolYear, Reason.DateInFuture, Reason.UnknownSource,
    ];

    private readonly ConcurrentDictionary<string, (T Submission, SentRows Rows)> _owed = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(T Submission, SentRows Rows)> _again = new();
    private readonly ImportReport _report;
    private readonly IImportFeed<T> _feed;
    private readonly FeedOptions _options;
    private FeedWriter<T>? _writer;

    public FeedImport(IImportFeed<T> feed, ImportReport report)
    {
        (_feed, _report) = (feed, report);
        _options = new FeedOptions { WriterId = feed.WriterId, OnReceipt = Take, GiveUpAfter = Patience };
    }

    /// <summary>Sends a submission. Waits only while too many are without a receipt.</summary>
    public async Task SendAsync(T submission, SentRows rows, CancellationToken cancellationToken)
    {
        await SendOneAsync(submission, rows, cancellationToken);
        await SendAgainAsync(cancellationToken);
    }

    /// <summary>Waits until everything sent so far has its receipt. More can be sent afterwards.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        while (_writer is not null)
        {
            await _writer.CompleteAsync(cancellationToken);
            await DisposeAsync();
            await SendAgainAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_writer is not null)
            await _writer.DisposeAsync();
        _writer = null;
    }

    private async Task SendAgainAsync(CancellationToken cancellationToken)
    {
        while (_again.TryDequeue(out var refused))
            await SendOneAsync(_feed.Anew(refused.Submission), refused.Rows with { MayGoAgain = false }, cancellationToken);
    }

    private async Task SendOneAsync(T submission, SentRows rows, CancellationToken cancellationToken)
    {
        _writer ??= await _feed.OpenAsync(_options, cancellationToken);
        _owed[_feed.IdOf(submission)] = (submission, rows);
        await _writer.SendAsync(submission, cancellationToken);
    }

    private void Take(FeedReceipt receipt)
    {
        if (!_owed.TryRemove(receipt.SubmissionId, out var sent))
            return;
        if (receipt.Refused is { } refused && sent.Rows.MayGoAgain && Passing.Contains(refused.Reason))
        {
            _again.Enqueue(sent);
            return;
        }
        _report.CountSubmission(receipt.Accepted?.Duplicate ?? false);
        if (receipt.Refused is not null)
            sent.Rows.Refuse(_report, receipt.Refused);
        foreach (var notice in receipt.Accepted?.Notices ?? [])
            sent.Rows.Remark(_report, notice);
    }
}
