using System.Text;

namespace IntegrationHub.Storage;

/// <summary>
/// The folder that holds an embedded hub's file, and the lock that lets one process at a time own it. While it is owned, the lock
/// file says at which address the owner serves, so that the command line can find it.
/// </summary>
public sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private DataFolder(string path, FileStream @lock)
    {
        Path = path;
        _lock = @lock;
    }

    public string Path { get; }

    public string DatabaseFile => DatabaseFileOf(Path);

    /// <summary>Creates the folder if need be and takes its lock.</summary>
    /// <returns>Null: another process owns it.</returns>
    public static DataFolder? TryOpen(string path)
    {
        Create(path);
        try
        {
            var stream = new FileStream(LockFile(path), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            stream.SetLength(0);
            TryDelete(AddressFile(path));
            return new DataFolder(System.IO.Path.GetFullPath(path), stream);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Where a folder keeps its database, whoever owns it.</summary>
    public static string DatabaseFileOf(string path) => System.IO.Path.Combine(path, "hub.db");

    /// <summary>The address at which the folder's owner serves.</summary>
    /// <returns>Null: nobody owns it, or the owner does not serve yet.</returns>
    public static string? AddressOfOwner(string path) =>
        File.Exists(AddressFile(path)) ? File.ReadAllText(AddressFile(path), Encoding.UTF8).Trim() : null;

    /// <summary>Says at which address this process serves.</summary>
    public void Announce(string address) => File.WriteAllText(AddressFile(Path), address, Encoding.UTF8);

    public void Dispose()
    {
        TryDelete(AddressFile(Path));
        _lock.Dispose();
    }

    /// <summary>A new folder is its owner's alone: the file in it names children.</summary>
    private static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static string LockFile(string path) => System.IO.Path.Combine(path, "hub.lock");

    private static string AddressFile(string path) => System.IO.Path.Combine(path, "hub.address");

    private static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (IOException)
        {
            // Somebody reads it this moment; it is overwritten when the hub serves again.
        }
    }
}
