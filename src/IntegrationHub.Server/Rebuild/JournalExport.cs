using System.Reflection;
using Google.Protobuf.WellKnownTypes;
using IntegrationHub.Contracts.Journal.V1;
using IntegrationHub.Server.Rebuild.JournalFiles;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Rebuild;
using IntegrationHub.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Rebuild;

/// <summary>Writes what a hub cannot make again into one file: the journal and the records. A hub that serves the folder goes on.</summary>
public sealed class JournalExport(IProgress<RebuildProgress> progress, TimeProvider clock)
{
    /// <param name="folderPath">The data folder, served or not.</param>
    /// <param name="file">The file, which must not be there yet. It appears when it is complete, readable by its owner alone.</param>
    /// <exception cref="IOException">The file is there, or cannot be written.</exception>
    public async Task<JournalSummary> RunAsync(string folderPath, string file, CancellationToken cancellationToken)
    {
        HubApplication.RequireEmbedded(folderPath);
        if (File.Exists(file))
            throw new IOException($"The file {file} is there already. Name another.");
        using var own = DataFolder.TryOpen(folderPath);
        await using var database = own is null ? null : await SqliteDatabase.OpenAsync(own.DatabaseFile, cancellationToken);
        await using var snapshot = database is null
            ? await SqliteDatabase.ReadServedAsync(DataFolder.DatabaseFileOf(folderPath), cancellationToken)
            : await database.BeginReadAsync(cancellationToken);
        var header = await HeaderAsync(snapshot, cancellationToken);
        await using var finished = new UnfinishedFile(file);
        await JournalFileWriter.WriteAsync(
            finished.Stream, header, JournalTruth.ReadAsync(snapshot.Context, cancellationToken),
            done => progress.Report(new(RebuildStage.Exporting, done, header.RowCount)), cancellationToken);
        finished.Finish();
        return new(header.LastPosition, header.RowCount, new FileInfo(file).Length);
    }

    private async Task<JournalFileHeader> HeaderAsync(ReadSnapshot snapshot, CancellationToken cancellationToken)
    {
        var context = snapshot.Context;
        return new()
        {
            Format = JournalFileFormat.Newest,
            HubVersion = typeof(JournalExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
            Authorities = { await context.Journal.Select(x => x.Authority).Distinct().Order().ToListAsync(cancellationToken) },
            LastPosition = snapshot.Position,
            RowCount = await JournalTruth.CountAsync(context, cancellationToken),
            WriteTime = Timestamp.FromDateTimeOffset(clock.GetUtcNow()),
            GivenNumbers = { GivenNumbers.Read(context).Select(x => new GivenNumber { Table = x.Key, Number = x.Value }) },
        };
    }
}

/// <summary>What a journal's file holds.</summary>
/// <param name="LastPosition">The journal's last position.</param>
/// <param name="Rows">Rows of the journal and of records.</param>
/// <param name="Bytes">The size of the file.</param>
public sealed record JournalSummary(long LastPosition, long Rows, long Bytes);
