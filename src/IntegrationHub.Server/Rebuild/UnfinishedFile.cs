namespace IntegrationHub.Server.Rebuild;

/// <summary>A file that is being written under another name, so that whoever finds it by its own name finds it whole.</summary>
internal sealed class UnfinishedFile : IAsyncDisposable
{
    private readonly string _path;

    /// <param name="path">The file's own name.</param>
    public UnfinishedFile(string path)
    {
        _path = path;
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        // It holds all that the hub knows.
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        // A file left by a killed process would keep its own permissions.
        File.Delete(PartPath);
        Stream = new FileStream(PartPath, options);
    }

    public FileStream Stream { get; }

    private string PartPath => _path + ".part";

    /// <summary>Gives the file its name. What was written is on disk.</summary>
    /// <exception cref="IOException">Another file has taken the name.</exception>
    public void Finish()
    {
        Stream.Flush(flushToDisk: true);
        Stream.Dispose();
        File.Move(PartPath, _path);
    }

    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync();
        File.Delete(PartPath);
    }
}
