using System.Collections.Concurrent;
using System.Threading.Channels;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Journal;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Server.Registers;

/// <summary>
/// Folds registers into strips behind their receipts: a school is queued when something of it has been committed, once however
/// often, and folded by one worker at a time.
/// </summary>
public sealed partial class RegisterFolding(
    AttendanceStore store, JournalCommitter journal, IOptions<HubOptions> options, TimeProvider clock, ILogger<RegisterFolding> logger)
    : BackgroundService
{
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(1);

    // Another process folds the school, which takes it about as long.
    private static readonly TimeSpan PauseWhileTaken = TimeSpan.FromMilliseconds(50);

    private readonly Channel<SchoolKey> _schools = Channel.CreateUnbounded<SchoolKey>();
    private readonly ConcurrentDictionary<SchoolKey, FoldTurn> _turns = new();
    private readonly TaskCompletionSource _resumed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when all that was committed before the call is folded, whatever comes meanwhile.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        // What an earlier process left over is queued first.
        await _resumed.Task.WaitAsync(cancellationToken);
        await Task.WhenAll(_turns.Values.Select(x => x.CatchUpAsync())).WaitAsync(cancellationToken);
    }

    /// <summary>As <see cref="CatchUpAsync(CancellationToken)"/>, but only for a while: what is not folded then is merged by whoever reads.</summary>
    public async Task CatchUpAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        waiting.CancelAfter(patience);
        await CatchUpAsync(waiting.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        journal.RegistersCommitted += Enqueue;
        try
        {
            Enqueue([.. await store.SchoolsToFoldAsync(stoppingToken)]);
            _resumed.TrySetResult();
            await Task.WhenAll(Enumerable.Range(0, options.Value.Fold.Workers).Select(_ => WorkAsync(stoppingToken)));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is not folded now is folded after the next start; reads merge it meanwhile.
        }
        finally
        {
            journal.RegistersCommitted -= Enqueue;
        }
    }

    private void Enqueue(IReadOnlyCollection<SchoolKey> schools)
    {
        foreach (var school in schools)
            Enqueue(school);
    }

    private void Enqueue(SchoolKey school)
    {
        if (_turns.GetOrAdd(school, _ => new FoldTurn()).Ask())
            _schools.Writer.TryWrite(school);
    }

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        await foreach (var school in _schools.Reader.ReadAllAsync(cancellationToken))
        {
            var turn = _turns[school];
            turn.Begin();
            var more = await FoldAsync(school, cancellationToken);
            if (turn.End(more))
                _schools.Writer.TryWrite(school);
        }
    }

    /// <returns>Whether something was left for another pass.</returns>
    private async Task<bool> FoldAsync(SchoolKey school, CancellationToken cancellationToken)
    {
        try
        {
            var result = await store.FoldAsync(school, cancellationToken);
            if (result.IsTaken)
                await Task.Delay(PauseWhileTaken, clock, cancellationToken);
            return result.More || result.IsTaken;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFoldFault(exception, school.Laestab);
            await Task.Delay(PauseAfterFault, clock, cancellationToken);
            return true;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Folding the registers of school {Laestab} failed; it will be tried again")]
    private partial void LogFoldFault(Exception exception, int laestab);
}
