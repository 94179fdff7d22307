using IntegrationHub.Storage;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Exports;

/// <summary>
/// The runs of the reconciliation that had a say in flags and thresholds up to a position, in the order in which they were made: a run for a
/// date before one already judged touches none. While a flag or a spell stands open, each of them finds it.
/// </summary>
internal sealed class JudgingRuns
{
    private readonly List<ReconciliationRunRow> _runs = [];

    private JudgingRuns(IEnumerable<ReconciliationRunRow> runs)
    {
        foreach (var run in runs)
        {
            if (_runs.Count == 0 || run.AsOfDate >= _runs[^1].AsOfDate)
                _runs.Add(run);
        }
    }

    /// <summary>The last of them. Null: there is none yet.</summary>
    public ReconciliationRunRow? Last => _runs.LastOrDefault();

    /// <summary>A run is known from the position that it was made at, since nothing later had a part in it.</summary>
    public static async Task<JudgingRuns> ReadAsync(ReadSnapshot snapshot, string authority, CancellationToken cancellationToken) => new(
        await snapshot.Context.ReconciliationRuns
            .Where(x => x.Authority == authority && x.State == RunState.Complete && x.Position <= snapshot.Position)
            .OrderBy(x => x.RunId)
            .ToListAsync(cancellationToken));

    public bool Contains(long runId) => Place(runId) >= 0;

    public DateOnly DateOf(long runId) => _runs[Place(runId)].AsOfDate;

    /// <summary>The run made before one: what the one closed was last found by it.</summary>
    public ReconciliationRunRow Before(long runId) => _runs[Place(runId) - 1];

    private int Place(long runId) => _runs.FindIndex(x => x.RunId == runId);
}
