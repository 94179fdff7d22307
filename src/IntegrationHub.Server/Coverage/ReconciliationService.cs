using IntegrationHub.Server.Registers;
using IntegrationHub.Server.Security;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Model;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Server.Coverage;

/// <summary>Runs the reconciliation, one run of an authority at a time.</summary>
/// <remarks>
/// A run belongs to the hub and not to who asked for it: others may have joined it, so it goes on when a caller gives up. Whoever
/// asks for the date that is being judged joins; whoever asks for another waits for that run to end.
/// </remarks>
internal sealed partial class ReconciliationService(
    HubDatabase database, Reconciler reconciler, ReconciliationRuns runs, RegisterFolding folding, IOptions<HubOptions> options,
    TimeProvider clock, ILogger<ReconciliationService> logger) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly Dictionary<string, (DateOnly AsOf, Task<ReconciliationRunRow> Run)> _last = [];
    private readonly Lock _gate = new();

    /// <summary>Today in the LA's time zone: no later date can be judged.</summary>
    public DateOnly Today => clock.Today(options.Value.TimeZone);

    /// <summary>Reconciles the caller's authority, or joins the run that does.</summary>
    /// <param name="asOf">The date to judge, not after today. Null: today.</param>
    /// <param name="trigger">One of <see cref="RunTrigger"/>.</param>
    /// <returns>The complete run.</returns>
    public Task<ReconciliationRunRow> RunAsync(Caller caller, DateOnly? asOf, string trigger, CancellationToken cancellationToken)
    {
        var date = asOf ?? Today;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(date, Today, nameof(asOf));
        lock (_gate)
        {
            var (lastDate, last) = _last.GetValueOrDefault(caller.Authority);
            if (last is null or { IsCompleted: true } || lastDate != date)
            {
                var before = last ?? Task.CompletedTask;
                last = Task.Run(() => RunAfterAsync(before, caller.Authority, date, trigger));
                _last[caller.Authority] = (date, last);
            }
            return last.WaitAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        Task[] running;
        lock (_gate)
            running = [.. _last.Values.Select(x => x.Run)];
        foreach (var run in running)
            await run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private async Task<ReconciliationRunRow> RunAfterAsync(Task before, string authority, DateOnly asOf, string trigger)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            await folding.CatchUpAsync(options.Value.Reconciliation.FoldPatience, _stopping.Token);
            await using var snapshot = await database.BeginReadAsync(_stopping.Token);
            var basis = await reconciler.PrepareAsync(snapshot, authority, asOf, _stopping.Token);
            return await RunAsync(snapshot, basis, await runs.BeginAsync(basis, trigger, _stopping.Token));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailure(exception, asOf);
            throw;
        }
    }

    private async Task<ReconciliationRunRow> RunAsync(ReadSnapshot snapshot, ReconciliationBasis basis, long runId)
    {
        try
        {
            var findings = await reconciler.FindAsync(snapshot, basis, _stopping.Token);
            return await runs.CompleteAsync(runId, findings, _stopping.Token);
        }
        catch
        {
            await runs.FailAsync(runId);
            throw;
        }
    }

    /// <summary>Reads merge what is not folded, so waiting is for speed alone and ends in any case.</summary>
    [LoggerMessage(1, LogLevel.Error, "The reconciliation for {AsOf} broke off; the next run does its work")]
    private partial void LogFailure(Exception exception, DateOnly asOf);
}

/// <summary>What starts a run.</summary>
internal static class RunTrigger
{
    public const string Schedule = "SCHEDULE";
    public const string Demand = "DEMAND";
}
