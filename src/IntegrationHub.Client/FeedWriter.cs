using IntegrationHub.Client.Feeds;
using IntegrationHub.Contracts.Feed.V1;

namespace IntegrationHub.Client;

/// <summary>
/// Writes one feed: numbers submissions, keeps them until their receipts arrive, and opens again by itself when the connection breaks.
/// </summary>
/// <remarks>
/// <para>
/// The writer's first submission gets the sequence after <see cref="Watermark"/>, the next one more, and each keeps its sequence whatever happens to
/// the connection. A sender whose source repeats itself exactly (an outbox in order, a file) therefore starts again after a crash by opening the feed
/// and leaving out as many submissions as the watermark says.
/// </para>
/// <para>
/// After a break, everything without a receipt is sent again, under the same ids and the same sequences. What the hub had settled, with only the
/// receipt lost, it answers again and counts once: every submission gets its receipt here, whatever happens to the connection.
/// </para>
/// <para>Any number of threads may send. A submission belongs to the writer until its receipt: do not change it.</para>
/// </remarks>
/// <typeparam name="TSubmission">RegisterSubmission, RollSubmission or CaseSubmission.</typeparam>
public sealed class FeedWriter<TSubmission> : IAsyncDisposable
    where TSubmission : class
{
    private readonly FeedProtocol<TSubmission> _protocol;
    private readonly FeedWindow<TSubmission> _window = new();
    private readonly FeedRunner<TSubmission> _runner;
    private readonly CancellationTokenSource _stop = new();
    private Task _run = Task.CompletedTask;

    private FeedWriter(FeedProtocol<TSubmission> protocol, FeedOptions options, TimeProvider timeProvider)
    {
        _protocol = protocol;
        WriterId = options.WriterId;
        _runner = new FeedRunner<TSubmission>(protocol, options, timeProvider, _window);
    }

    /// <summary>The writer's name.</summary>
    public string WriterId { get; }

    /// <summary>
    /// Where the hub stood when the feed was opened: each of the sequences 1 to here had its durable outcome. 0 for a new writer. It does not move
    /// while the feed is open; receipts tell how far it has come since.
    /// </summary>
    public long Watermark { get; private set; }

    /// <summary>How many submissions have no receipt yet.</summary>
    public int Outstanding => _window.Count;

    /// <summary>The submissions that have no receipt, oldest first. After a <see cref="FeedException"/> these are the ones in doubt.</summary>
    public IReadOnlyList<TSubmission> Unreceipted => _window.Unreceipted;

    /// <summary>Takes a submission to be sent. Waits while as many are without a receipt as the hub allows; it does not wait for the receipt.</summary>
    /// <exception cref="FeedException">The feed has ended for good.</exception>
    public ValueTask SendAsync(TSubmission submission, CancellationToken cancellationToken = default)
    {
        RequireId(submission);
        return _window.AddAsync(submission, null, cancellationToken);
    }

    /// <summary>Sends a submission and waits for its receipt. Cancelling stops the waiting, not the submission.</summary>
    /// <exception cref="FeedException">The feed has ended for good.</exception>
    public async Task<FeedReceipt> SubmitAsync(TSubmission submission, CancellationToken cancellationToken = default)
    {
        RequireId(submission);
        TaskCompletionSource<FeedReceipt> waiter = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await _window.AddAsync(submission, waiter, cancellationToken);
        return await waiter.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Waits for all receipts and closes the feed. Nothing can be sent afterwards.</summary>
    /// <exception cref="FeedException">The feed ended before all receipts were in.</exception>
    public Task CompleteAsync(CancellationToken cancellationToken = default)
    {
        _window.Complete();
        _runner.Hurry();
        return _run.WaitAsync(cancellationToken);
    }

    /// <summary>Breaks the feed off without waiting for receipts, unless <see cref="CompleteAsync"/> has run to its end before.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _window.Fail(new ObjectDisposedException(nameof(FeedWriter<>)));
        _stop.Dispose();
    }

    internal static async Task<FeedWriter<TSubmission>> OpenAsync(
        FeedProtocol<TSubmission> protocol, FeedOptions options, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        FeedWriter<TSubmission> writer = new(protocol, options, timeProvider);
        try
        {
            writer._run = Task.Run(() => writer._runner.RunAsync(writer._stop.Token), CancellationToken.None);
            writer.Watermark = await writer._runner.Opened.WaitAsync(cancellationToken);
            return writer;
        }
        catch
        {
            await writer.DisposeAsync();
            throw;
        }
    }

    private void RequireId(TSubmission submission)
    {
        ArgumentNullException.ThrowIfNull(submission);
        if (_protocol.IdOf(submission).Length == 0)
            throw new ArgumentException("A submission needs its submission_id before it is sent: it is what makes sending again safe.", nameof(submission));
    }
}
