using IntegrationHub.Contracts.Journal.V1;
using IntegrationHub.Server.Rebuild.JournalFiles;
using IntegrationHub.Storage.Rebuild;
using IntegrationHub.Storage.Sqlite;

namespace IntegrationHub.Server.Rebuild;

/// <summary>
/// Makes a hub in an empty data folder from a file that <see cref="JournalExport"/> wrote. The file is checked to its last byte
/// before anything is made, and the hub appears when it is complete.
/// </summary>
public sealed class JournalImport(IProgress<RebuildProgress> progress)
{
    /// <summary>Checks a file.</summary>
    /// <exception cref="InvalidDataException">It is no journal's file, is damaged, or of a newer format.</exception>
    public async Task<JournalFileHeader> CheckAsync(Stream file, CancellationToken cancellationToken) =>
        await new JournalFileReader(file).CheckAsync(done => progress.Report(new(RebuildStage.Checking, done, file.Length)), cancellationToken);

    /// <summary>Makes the hub.</summary>
    /// <param name="folder">A folder without a database.</param>
    /// <param name="file">A file that was checked.</param>
    /// <param name="header">What the check gave.</param>
    /// <returns>How many rows each table has.</returns>
    /// <exception cref="InvalidDataException">The file is about another LA than the folder's settings name.</exception>
    /// <exception cref="ReplayException">A journal row cannot be applied again.</exception>
    public async Task<IReadOnlyDictionary<string, long>> RunAsync(
        OfflineFolder folder, Stream file, JournalFileHeader header, CancellationToken cancellationToken)
    {
        HubApplication.RequireEmbedded(folder.Data.Path);
        await using var replacement = await DatabaseReplacement.BeginAsync(folder.Data.DatabaseFile, cancellationToken);
        await RequireAuthorityAsync(folder, replacement.Database, header);
        var truth = new Truth(
            new JournalFileReader(file).RowsAsync(cancellationToken), header.RowCount,
            header.GivenNumbers.ToDictionary(x => x.Table, x => x.Number));
        await Restoration.MakeAsync(folder, replacement.Database, truth, progress, cancellationToken);
        var counts = await CountAsync(replacement.Database, cancellationToken);
        await replacement.TakeOverAsync(inForce: null, cancellationToken);
        return counts;
    }

    private static async Task RequireAuthorityAsync(OfflineFolder folder, SqliteDatabase database, JournalFileHeader header)
    {
        await using var hub = OfflineHub.Over(folder, database);
        var served = hub.Options.Authority;
        if (header.Authorities.FirstOrDefault(x => x != served) is { } other)
        {
            throw new InvalidDataException(
                $"The file is of authority {other}, and the folder's hub would serve {served}. Set Hub:Authority in hub.json in the folder first.");
        }
    }

    private static async Task<IReadOnlyDictionary<string, long>> CountAsync(SqliteDatabase database, CancellationToken cancellationToken)
    {
        await using var context = database.CreateReadContext();
        var counts = new Dictionary<string, long>();
        foreach (var table in HubTables.All)
            counts[table.NameIn(context)] = await table.CountAsync(context, cancellationToken);
        return counts;
    }
}
