using System.Runtime.CompilerServices;
using IntegrationHub.Contracts.Feed.V1;

namespace IntegrationHub.Client;

public sealed partial class FeedWriter<TSubmission>
{
    /// <summary>
    /// Takes a submission to be sent. Waits while as many are without a receipt as the hub allows; it does not wait for the receipt. With a spool it
    /// returns when the submission is on the disk, waiting only while the spool is full: from then on it reaches the hub, whatever becomes of this process.
    /// </summary>
    /// <remarks>Cancelling stops the waiting; with a spool the submission may be in it all the same. Sending it again, with its id, is safe.</remarks>
    /// <exception cref="FeedException">The feed has ended for good.</exception>
    public async ValueTask SendAsync(TSubmission submission, CancellationToken cancellationToken = default)
    {
        RequireId(submission);
        await _inlet.AddAsync(submission, null, cancellationToken);
        await _inlet.SecureAsync(cancellationToken);
    }

    /// <summary>Sends a submission and waits for its receipt. Cancelling stops the waiting, not the submission.</summary>
    /// <exception cref="FeedException">The feed has ended for good.</exception>
    public async Task<FeedReceipt> SubmitAsync(TSubmission submission, CancellationToken cancellationToken = default)
    {
        RequireId(submission);
        TaskCompletionSource<FeedReceipt> waiter = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await _inlet.AddAsync(submission, waiter, cancellationToken);
        return await waiter.Task.WaitAsync(cancellationToken);
    }

    /// <summary>
    /// Sends everything that a source yields (for a channel, its reader's <c>ReadAllAsync</c>), asking it for no more than there is room for. Returns when
    /// all has been taken, as <see cref="SendAsync"/> would have; receipts follow. The feed stays open.
    /// </summary>
    /// <remarks>With a spool this is faster than one by one: what the source has ready goes to the disk together.</remarks>
    /// <exception cref="FeedException">The feed has ended for good.</exception>
    public async Task SendAllAsync(IAsyncEnumerable<TSubmission> submissions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(submissions);
        await using IAsyncEnumerator<TSubmission> source = submissions.GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            ValueTask<bool> next = source.MoveNextAsync();
            ValueTask secured = next.IsCompleted ? default : _inlet.SecureAsync(cancellationToken);
            bool more = await next;
            await secured;
            if (!more)
                break;
            RequireId(source.Current);
            await _inlet.AddAsync(source.Current, null, cancellationToken);
        }

        await _inlet.SecureAsync(cancellationToken);
    }

    /// <summary>
    /// Every outcome of the feed, in the order of sequences, as receipts arrive; it ends when the feed was completed and all have been read. Needs
    /// <see cref="FeedOptions.KeepOutcomes"/>.
    /// </summary>
    /// <remarks>
    /// An outcome is done with when the next one is asked for. With a spool it stays there until then, so an application that died over it reads it again
    /// after its restart, a duplicate this time. Do not wait for room to send from within the loop that makes the room.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The feed does not keep outcomes.</exception>
    /// <exception cref="FeedException">The feed has ended for good; the outcomes before come first.</exception>
    public IAsyncEnumerable<FeedOutcome<TSubmission>> ReadOutcomesAsync(CancellationToken cancellationToken = default) =>
        _outcomes.ReadAsync(cancellationToken);

    /// <summary>
    /// Pours a source in and yields the outcomes, both at once, and completes the feed with the source: submissions in, receipts out. Needs
    /// <see cref="FeedOptions.KeepOutcomes"/>.
    /// </summary>
    /// <remarks>
    /// With a spool, the outcomes of what an earlier process left come first. When the source throws, what it yielded before still gets its outcomes, and
    /// then the exception is thrown here. Leaving the loop early cancels the source and completes the feed; what was taken is sent all the same.
    /// </remarks>
    /// <exception cref="FeedException">The feed has ended for good.</exception>
    public async IAsyncEnumerable<FeedOutcome<TSubmission>> ExchangeAsync(
        IAsyncEnumerable<TSubmission> submissions, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using CancellationTokenSource left = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task pouring = PourAsync(submissions, left.Token);
        try
        {
            await foreach (FeedOutcome<TSubmission> outcome in ReadOutcomesAsync(left.Token))
                yield return outcome;
        }
        finally
        {
            await left.CancelAsync();
            await pouring.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await pouring;
    }

    private async Task PourAsync(IAsyncEnumerable<TSubmission> submissions, CancellationToken cancellationToken)
    {
        try
        {
            await SendAllAsync(submissions, cancellationToken);
        }
        finally
        {
            Finish();
        }
    }

    private void RequireId(TSubmission submission)
    {
        ArgumentNullException.ThrowIfNull(submission);
        if (_protocol.IdOf(submission).Length == 0)
            throw new ArgumentException("A submission needs its submission_id before it is sent: it is what makes sending again safe.", nameof(submission));
    }
}
