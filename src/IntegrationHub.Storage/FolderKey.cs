using System.Security.Cryptography;
using IntegrationHub.Storage.Sqlite;

namespace IntegrationHub.Storage;

/// <summary>
/// A secret key in a file of its own in the data folder, made when it is first needed: never in the database, so that neither a copy of the
/// database nor the journal's file gives it away. Only its owner may read it.
/// </summary>
public sealed class FolderKey(string folder, string name)
{
    /// <summary>The length of a key.</summary>
    public const int Bytes = 32;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly Lock _making = new();

    private string FilePath => Path.Combine(folder, name);

    /// <summary>Reads the key from its file; a file that is put in its place is in force from then on.</summary>
    /// <param name="fault">Why there is none, as a sentence for the operator.</param>
    /// <returns>Null: the file is there and is no key, or others may read it.</returns>
    public byte[]? ReadOrMake(out string? fault)
    {
        lock (_making)
        {
            if (!File.Exists(FilePath))
                Make();
        }
        var key = File.ReadAllBytes(FilePath);
        fault = FaultOf(FilePath, key.Length);
        return fault is null ? key : null;
    }

    private static string? FaultOf(string path, int length)
    {
        if (length != Bytes)
            return $"{path} does not hold {Bytes} bytes. Put the key back from a backup; or delete the file, and a new key makes other pseudonyms.";
        return !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly) != 0
            ? $"Others than its owner may use {path}. Take that away (chmod 600), and think of whether it has been copied."
            : null;
    }

    /// <summary>A key that only half of the exports were made with would be lost work, so it is on disk before it is used.</summary>
    private void Make()
    {
        var part = FilePath + ".part";
        File.Delete(part);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using (var stream = new FileStream(part, options))
            stream.Write(RandomNumberGenerator.GetBytes(Bytes));
        DurableRename.Replace(part, FilePath);
    }
}
