namespace IntegrationHub.Server;

/// <summary>
/// A file that is being written under another name, so that whoever finds it by its own name finds it whole. It holds personal data: only
/// its owner may read it.
/// </summary>
public sealed class UnfinishedFile : IAsyncDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _path;
    private bool _finished;

    /// <param name="path">The file's own name.</param>
    /// <exception cref="IOException">It cannot be written there, or another process is writing it.</exception>
    public UnfinishedFile(string path)
    {
        _path = path;
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        Stream = new FileStream(PartPath, options);
        // A file left by a killed process keeps its own permissions.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Stream.SafeFileHandle, OwnerOnly);
    }

    /// <summary>Where to write.</summary>
    public FileStream Stream { get; }

    private string PartPath => _path + ".part";

    /// <summary>Gives the file its name. What was written is on disk.</summary>
    /// <param name="replace">Whether it may take the place of a file of that name.</param>
    /// <exception cref="IOException">Another file has the name.</exception>
    public void Finish(bool replace = false)
    {
        Stream.Flush(flushToDisk: true);
        Stream.Dispose();
        File.Move(PartPath, _path, replace);
        _finished = true;
    }

    /// <summary>Removes what was written, unless it is finished.</summary>
    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync();
        if (!_finished)
            File.Delete(PartPath);
    }
}
