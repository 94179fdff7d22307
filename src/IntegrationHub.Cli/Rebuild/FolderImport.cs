using IntegrationHub.Cli.Connection;
using IntegrationHub.Server.Rebuild;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Sqlite;

namespace IntegrationHub.Cli.Rebuild;

/// <summary>Makes a hub from a journal's file in a folder that holds none, or leaves the folder as it was.</summary>
internal sealed class FolderImport(string file, string folder)
{
    /// <returns>How many rows each table has.</returns>
    /// <exception cref="CommandException">The folder holds something already, or a hub serves it.</exception>
    public async Task<IReadOnlyDictionary<string, long>> RunAsync(IProgress<RebuildProgress> progress, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        RequireEmpty();
        var import = new JournalImport(progress);
        var header = await import.CheckAsync(stream, cancellationToken);
        var isNew = !Directory.Exists(folder);
        try
        {
            using var data = FolderOption.Take(folder);
            return await import.RunAsync(LocalHub.Offline(data), stream, header, cancellationToken);
        }
        catch when (isNew)
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    private void RequireEmpty()
    {
        if (!Directory.Exists(folder))
            return;
        var made = DatabaseReplacement.FileFor(DataFolder.DatabaseFileOf(folder));
        var held = Directory.EnumerateFileSystemEntries(folder)
            .Where(x => Path.GetFileName(x) is not ("hub.json" or "hub.lock") && !x.StartsWith(made, StringComparison.Ordinal))
            .Select(Path.GetFileName)
            .Order(StringComparer.Ordinal)
            .FirstOrDefault();
        if (held is not null)
            throw CommandException.WrongUsage($"The folder {folder} is not empty: it holds {held}. Name a folder that holds nothing, or only a hub.json.");
    }
}
