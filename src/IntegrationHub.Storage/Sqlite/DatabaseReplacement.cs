namespace IntegrationHub.Storage.Sqlite;

/// <summary>
/// A database file that is made beside the one in force, and takes its place when it is finished or not at all. Until then, whatever
/// happens to the process, the one in force stays; what a killed process leaves behind is deleted by the next.
/// </summary>
/// <remarks>The caller holds <see cref="DataFolder"/>'s lock.</remarks>
public sealed class DatabaseReplacement : IAsyncDisposable
{
    private readonly string _inForce;

    private DatabaseReplacement(string inForce) => _inForce = inForce;

    public SqliteDatabase Database { get; private set; } = null!;

    private string MadeFile => FileFor(_inForce);

    /// <summary>Where the file for another's place is made.</summary>
    public static string FileFor(string inForce) => inForce + ".new";

    /// <summary>Begins with an empty database of the newest schema.</summary>
    /// <param name="inForce">The file to be replaced. It need not be there.</param>
    public static async Task<DatabaseReplacement> BeginAsync(string inForce, CancellationToken cancellationToken)
    {
        var replacement = new DatabaseReplacement(inForce);
        Delete(replacement.MadeFile);
        // The readers of the file in force, and nobody else, may read the new one.
        if (!OperatingSystem.IsWindows() && File.Exists(inForce))
        {
            await using (File.Create(replacement.MadeFile))
                File.SetUnixFileMode(replacement.MadeFile, File.GetUnixFileMode(inForce));
        }
        replacement.Database = await SqliteDatabase.OpenAsync(replacement.MadeFile, cancellationToken);
        return replacement;
    }

    /// <summary>Puts the new file in the place of the one in force. Both databases are closed.</summary>
    /// <param name="inForce">The database in force; null: there is none.</param>
    /// <exception cref="IOException">Another process reads one of them. The one in force stays.</exception>
    public async Task TakeOverAsync(SqliteDatabase? inForce, CancellationToken cancellationToken)
    {
        await CloseAsync(Database, cancellationToken);
        // A log left beside the name would be taken for the new file's.
        if (inForce is not null)
            await CloseAsync(inForce, cancellationToken);
        DurableRename.Replace(MadeFile, _inForce);
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Delete(MadeFile);
    }

    private static async Task CloseAsync(SqliteDatabase database, CancellationToken cancellationToken)
    {
        await database.CheckpointAsync(cancellationToken);
        await database.DisposeAsync();
        DeleteLog(database.Path);
    }

    private static void Delete(string file)
    {
        File.Delete(file);
        DeleteLog(file);
    }

    private static void DeleteLog(string file)
    {
        File.Delete(file + "-wal");
        File.Delete(file + "-shm");
    }
}
