using Grpc.Core;

namespace IntegrationHub.Client.Spooling;

/// <summary>A writer's folder in the spool, owned by one process at a time: a process that dies gives it up.</summary>
internal sealed class SpoolLock : IDisposable
{
    private readonly FileStream _lock;

    private SpoolLock(string folder, FileStream held)
    {
        Folder = folder;
        _lock = held;
    }

    public string Folder { get; }

    /// <summary>Creates the folder, for its owner's eyes only, and takes it.</summary>
    /// <exception cref="FeedException">Another process has it.</exception>
    public static SpoolLock Take(string folder)
    {
        string path = Path.GetFullPath(folder);
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        try
        {
            return new SpoolLock(path, new FileStream(Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception)
        {
            throw new FeedException(FeedException.SpoolInUse, StatusCode.OK, $"The spool in {path} belongs to another process that is running, or cannot be locked.", exception);
        }
    }

    public void Dispose() => _lock.Dispose();
}
