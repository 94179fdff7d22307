using IntegrationHub.Server.Feeds;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Rebuild;

namespace IntegrationHub.Server.Rebuild;

/// <summary>What a hub cannot make again, from wherever it is read.</summary>
/// <param name="Rows">Records, and then the journal.</param>
/// <param name="RowCount">How many.</param>
/// <param name="GivenNumbers">The last number given in each record table.</param>
internal sealed record Truth(IAsyncEnumerable<object> Rows, long RowCount, IReadOnlyDictionary<string, long> GivenNumbers);

/// <summary>Makes a whole database from what cannot be made again.</summary>
internal static class Restoration
{
    /// <param name="database">An empty one.</param>
    /// <exception cref="ReplayException">A journal row cannot be applied again.</exception>
    public static async Task MakeAsync(
        OfflineFolder folder, HubDatabase database, Truth truth, IProgress<RebuildProgress> progress, CancellationToken cancellationToken)
    {
        await using var hub = OfflineHub.Over(folder, database);
        var restorer = new JournalRestorer(database, hub.Options.Journal, hub.Service<JournalReplays>().Read);
        await restorer.RestoreAsync(
            truth.Rows, done => progress.Report(new(RebuildStage.Replaying, done, truth.RowCount)), cancellationToken);
        await using (var transaction = await database.BeginWriteAsync(cancellationToken))
        {
            GivenNumbers.Restore(transaction.Context, truth.GivenNumbers);
            await transaction.CommitAsync(cancellationToken);
        }
        await FoldingAll.FoldAsync(hub.Service<AttendanceStore>(), RebuildStage.Folding, progress, cancellationToken);
    }
}
