using IntegrationHub.Server.Security;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Coverage;

/// <summary>Answers questions about runs, and about the flags that they left.</summary>
internal sealed class CoverageQueries(HubDatabase database)
{
    /// <returns>Null: there is no complete run yet.</returns>
    public async Task<ReconciliationRunRow?> FindLatestRunAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var context = database.CreateReadContext();
        return await ReconciliationRuns.LatestAsync(context, caller.Authority, cancellationToken);
    }

    /// <returns>Null: the authority has no such run.</returns>
    public async Task<ReconciliationRunRow?> FindRunAsync(Caller caller, long runId, CancellationToken cancellationToken)
    {
        await using var context = database.CreateReadContext();
        return await context.ReconciliationRuns
            .FirstOrDefaultAsync(x => x.Authority == caller.Authority && x.RunId == runId, cancellationToken);
    }

    /// <summary>Runs, newest first: one more than asked for where others follow.</summary>
    public async Task<List<ReconciliationRunRow>> ListRunsAsync(Caller caller, long? before, int size, CancellationToken cancellationToken)
    {
        await using var context = database.CreateReadContext();
        return await context.ReconciliationRuns
            .Where(x => x.Authority == caller.Authority && (before == null || x.RunId < before))
            .OrderByDescending(x => x.RunId).Take(size + 1)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Flags, newest first: one more than asked for where others follow.</summary>
    /// <param name="kinds">Empty: all.</param>
    public async Task<List<FlagRow>> ListFlagsAsync(
        Caller caller, IReadOnlyCollection<FlagState> states, IReadOnlyCollection<string> kinds, long? before, int size,
        CancellationToken cancellationToken)
    {
        await using var context = database.CreateReadContext();
        return await VisibleFlags.Of(context, caller.Authority)
            .Where(x => states.Contains(x.State) && (kinds.Count == 0 || kinds.Contains(x.Kind)) && (before == null || x.FlagId < before))
            .OrderByDescending(x => x.FlagId).Take(size + 1)
            .ToListAsync(cancellationToken);
    }

    /// <returns>Null: there is no such flag, or it may not be seen.</returns>
    public async Task<FlagRow?> FindFlagAsync(Caller caller, long flagId, CancellationToken cancellationToken)
    {
        await using var context = database.CreateReadContext();
        return await VisibleFlags.Of(context, caller.Authority).FirstOrDefaultAsync(x => x.FlagId == flagId, cancellationToken);
    }

    /// <summary>What became of a flag, oldest first.</summary>
    public async Task<List<FlagEventRow>> ListEventsAsync(Caller caller, long flagId, CancellationToken cancellationToken)
    {
        await using var context = database.CreateReadContext();
        return await context.FlagEvents
            .Where(x => x.Authority == caller.Authority && x.FlagId == flagId)
            .OrderBy(x => x.FlagEventId)
            .ToListAsync(cancellationToken);
    }
}
