using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Rebuild;
using IntegrationHub.Storage.Sqlite;

namespace IntegrationHub.Server.Rebuild;

/// <summary>
/// Makes a hub's projections again from its journal, in a new database file beside the old one, compares the two, and puts the new
/// one in force. Until that last step, which is a rename, the old file is in force whatever happens.
/// </summary>
public sealed class HubRebuild(OfflineFolder folder, IProgress<RebuildProgress> progress)
{
    /// <summary>Compares and changes nothing.</summary>
    public bool CheckOnly { get; init; }

    /// <summary>How many rows to tell of each table that differs.</summary>
    public int Examples { get; init; }

    /// <summary>Bytes free on the disk of a folder. For tests.</summary>
    internal Func<string, long> FreeBytes { get; init; } = path => new DriveInfo(path).AvailableFreeSpace;

    /// <exception cref="ReplayException">A journal row cannot be applied again. The old file stays.</exception>
    /// <exception cref="IOException">The disk is too small, or another process reads the file. The old file stays.</exception>
    public async Task<RebuildReport> RunAsync(CancellationToken cancellationToken)
    {
        HubApplication.RequireEmbedded(folder.Data.Path);
        RequireSpace();
        await using var before = await SqliteDatabase.OpenAsync(folder.Data.DatabaseFile, cancellationToken);
        var unfolded = await CatchUpAsync(before, cancellationToken);
        await using var replacement = await DatabaseReplacement.BeginAsync(folder.Data.DatabaseFile, cancellationToken);
        var position = await MakeAsync(before, replacement.Database, cancellationToken);
        var tables = await DatabaseComparison.CompareAsync(
            before, replacement.Database, Examples, done => progress.Report(new(RebuildStage.Comparing, done, HubTables.All.Count)), cancellationToken);
        if (!CheckOnly)
            await replacement.TakeOverAsync(before, cancellationToken);
        return new() { Position = position, Tables = tables, TookOver = !CheckOnly, UnfoldedSchools = unfolded };
    }

    private void RequireSpace()
    {
        const long Spare = 128 * 1024 * 1024;
        var file = folder.Data.DatabaseFile;
        var needed = Spare + new[] { file, file + "-wal" }.Where(File.Exists).Sum(x => new FileInfo(x).Length);
        var free = FreeBytes(folder.Data.Path);
        if (free < needed)
        {
            throw new IOException($"A rebuild needs {needed / 1_000_000:N0} MB beside the database for a while, and {folder.Data.Path} has "
                + $"{free / 1_000_000:N0} MB free. Make room, or copy the folder to a larger disk.");
        }
    }

    /// <summary>
    /// A hub folds behind its receipts, and one that was stopped has registers left to fold. That is no difference, so the old tables
    /// are brought as far as the new ones first, as any start of the hub would.
    /// </summary>
    private async Task<IReadOnlyList<SchoolKey>> CatchUpAsync(SqliteDatabase before, CancellationToken cancellationToken)
    {
        await using var hub = OfflineHub.Over(folder, before);
        return await FoldingAll.TryFoldAsync(hub.Service<AttendanceStore>(), RebuildStage.CatchingUp, progress, cancellationToken);
    }

    private async Task<long> MakeAsync(SqliteDatabase before, SqliteDatabase after, CancellationToken cancellationToken)
    {
        await using var snapshot = await before.BeginReadAsync(cancellationToken);
        var truth = new Truth(
            JournalTruth.ReadAsync(snapshot.Context, cancellationToken),
            await JournalTruth.CountAsync(snapshot.Context, cancellationToken),
            GivenNumbers.Read(snapshot.Context));
        await Restoration.MakeAsync(folder, after, truth, progress, cancellationToken);
        return snapshot.Position;
    }
}
