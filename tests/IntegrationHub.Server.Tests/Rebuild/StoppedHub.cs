using IntegrationHub.Server.Rebuild;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Rebuild;
using IntegrationHub.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Server.Tests.Rebuild;

/// <summary>A data folder that nobody serves.</summary>
internal sealed class StoppedHub : IDisposable
{
    private StoppedHub(string path) => Path = path;

    public string Path { get; }

    public string DatabaseFile => DataFolder.DatabaseFileOf(Path);

    public static StoppedHub Empty() => new(Directory.CreateTempSubdirectory("hub-stopped-").FullName);

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Rebuilds it, or only checks.</summary>
    public async Task<RebuildReport> RebuildAsync(
        bool check = false, int examples = 0, Action<HubOptions>? configure = null, Func<string, long>? freeBytes = null)
    {
        using var folder = DataFolder.TryOpen(Path).ShouldNotBeNull();
        return await new HubRebuild(Offline(folder, configure), new Progress<RebuildProgress>())
        {
            CheckOnly = check,
            Examples = examples,
            FreeBytes = freeBytes ?? (_ => long.MaxValue),
        }.RunAsync(CancellationToken.None);
    }

    public async Task<JournalSummary> ExportAsync(string file) =>
        await new JournalExport(new Progress<RebuildProgress>(), TimeProvider.System).RunAsync(Path, file, CancellationToken.None);

    public async Task<IReadOnlyDictionary<string, long>> ImportAsync(string file, Action<HubOptions>? configure = null)
    {
        using var folder = DataFolder.TryOpen(Path).ShouldNotBeNull();
        await using var stream = System.IO.File.OpenRead(file);
        var import = new JournalImport(new Progress<RebuildProgress>());
        var header = await import.CheckAsync(stream, CancellationToken.None);
        return await import.RunAsync(Offline(folder, configure), stream, header, CancellationToken.None);
    }

    /// <summary>Its tables beside another's.</summary>
    public async Task<IReadOnlyList<TableDifference>> CompareAsync(StoppedHub other)
    {
        await using var these = await SqliteDatabase.OpenAsync(DatabaseFile, default);
        await using var those = await SqliteDatabase.OpenAsync(other.DatabaseFile, default);
        return await DatabaseComparison.CompareAsync(these, those, examples: 3, _ => { }, default);
    }

    public void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static OfflineFolder Offline(DataFolder folder, Action<HubOptions>? configure) => new()
    {
        Data = folder,
        Configure = options =>
        {
            options.Authority = TestHub.Authority;
            configure?.Invoke(options);
        },
    };
}
