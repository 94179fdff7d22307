using IntegrationHub.Client.Feeds;
using IntegrationHub.Client.Spooling;

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
public sealed partial class FeedWriter<TSubmission> : IAsyncDisposable
    where TSubmission : class
{
    private readonly FeedProtocol<TSubmission> _protocol;
    private readonly FeedWindow<TSubmission> _window = new();
    private readonly IFeedInlet<TSubmission> _inlet;
    private readonly FeedOutcomes<TSubmission> _outcomes;
    private readonly FeedRunner<TSubmission> _runner;
    private readonly CancellationTokenSource _stop = new();
    private Task _run = Task.CompletedTask;

    private FeedWriter(FeedProtocol<TSubmission> protocol, FeedOptions options, TimeProvider timeProvider)
    {
        _protocol = protocol;
        WriterId = options.WriterId;
        _inlet = options.SpoolFolder is { } folder
            ? new SpoolInlet<TSubmission>(protocol, OpenSpool(folder, $"{protocol.Name}.{WriterId}", options), _window, options.RenumberSpool)
            : new DirectInlet<TSubmission>(_window);
        Watermark = _inlet.LastSequence;
        _outcomes = new FeedOutcomes<TSubmission>(options, _window, _inlet);
        _runner = new FeedRunner<TSubmission>(protocol, options, timeProvider, _window, _inlet, _outcomes);
    }

    /// <summary>The writer's name.</summary>
    public string WriterId { get; }

    /// <summary>
    /// Where the feed stood when it was opened: each of the sequences 1 to here had its durable outcome in the hub or, with a spool, was in the spool.
    /// 0 for a new writer, and for a new spool. It does not move while the feed is open; receipts tell how far it has come since.
    /// </summary>
    public long Watermark { get; private set; }

    /// <summary>How many submissions have no receipt yet, those in the spool included; with a spool and kept outcomes, whose outcome was not read.</summary>
    public int Outstanding => _inlet.Count;

    /// <summary>
    /// The submissions in memory that have no receipt, oldest first. After a <see cref="FeedException"/> these are the ones in doubt; with a spool there
    /// may be more on disk, and they are safe.
    /// </summary>
    public IReadOnlyList<TSubmission> Unreceipted => _window.Unreceipted;

    /// <summary>What the receipts since the opening said, in numbers, as of now.</summary>
    public FeedSummary Summary => _outcomes.Summary;

    /// <summary>
    /// Waits for all receipts and closes the feed. Nothing can be sent afterwards. Kept outcomes must be read meanwhile, and can be read afterwards.
    /// </summary>
    /// <exception cref="FeedException">The feed ended before all receipts were in.</exception>
    public Task CompleteAsync(CancellationToken cancellationToken = default)
    {
        Finish();
        return _run.WaitAsync(cancellationToken);
    }

    /// <summary>
    /// Breaks the feed off without waiting for receipts, unless <see cref="CompleteAsync"/> has run to its end before. What is in the spool stays there
    /// for the next opening.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ObjectDisposedException disposed = new(nameof(FeedWriter<>));
        _inlet.Fail(disposed);
        _outcomes.End(disposed);
        _inlet.Dispose();
        _stop.Dispose();
    }

    internal static async Task<FeedWriter<TSubmission>> OpenAsync(
        FeedProtocol<TSubmission> protocol, FeedOptions options, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        FeedWriter<TSubmission> writer = new(protocol, options, timeProvider);
        try
        {
            writer._run = Task.Run(() => writer._runner.RunAsync(writer._stop.Token), CancellationToken.None);
            if (options.SpoolFolder is null)
                writer.Watermark = await writer._runner.Opened.WaitAsync(cancellationToken);
            return writer;
        }
        catch
        {
            await writer.DisposeAsync();
            throw;
        }
    }

    private void Finish()
    {
        _inlet.Complete();
        _runner.Hurry();
    }

    private static Spool OpenSpool(string folder, string name, FeedOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (options.WriterId.Length > 100 || options.WriterId.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('.' or '-' or '_')))
            throw new ArgumentException("A writer's name has 1 to 100 letters, digits, dots, hyphens or underscores.", nameof(options));
        return Spool.Open(Path.Combine(folder, name), name, options.SpoolLimit);
    }
}
