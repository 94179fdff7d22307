using IntegrationHub.Storage.Model;
using IntegrationHub.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Exports.Flags;

/// <summary>
/// The runs that had a say in flags up to a position, in the order in which they were made: a run for a date before one already judged
/// touches no flag. While a flag stands open, each of them finds its cause.
/// </summary>
internal sealed class FlagRuns
{
    private readonly List<ReconciliationRunRow> _runs = [];

    private FlagRuns(IEnumerable<ReconciliationRunRow> runs)
    {
        foreach (var run in runs)
        {
            if (_runs.Count == 0 || run.AsOfDate >= _runs[^1].AsOfDate)
                _runs.Add(run);
        }
    }

    public ReconciliationRunRow Last => _runs[^1];

    public static async Task<FlagRuns> ReadAsync(ReadSnapshot snapshot, string authority, CancellationToken cancellationToken) => new(
        await snapshot.Context.ReconciliationRuns
            .Where(x => x.Authority == authority && x.State == RunState.Complete && x.Position <= snapshot.Position)
            .OrderBy(x => x.RunId)
            .ToListAsync(cancellationToken));

    public bool Contains(long runId) => Place(runId) >= 0;

    public DateOnly DateOf(long runId) => _runs[Place(runId)].AsOfDate;

    /// <summary>The run made before one: a flag that the one closed was last found by it.</summary>
    public ReconciliationRunRow Before(long runId) => _runs[Place(runId) - 1];

    private int Place(long runId) => _runs.FindIndex(x => x.RunId == runId);
}
