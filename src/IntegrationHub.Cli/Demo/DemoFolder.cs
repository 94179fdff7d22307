using IntegrationHub.Cli.Connection;
using IntegrationHub.Storage;

namespace IntegrationHub.Cli.Demo;

/// <summary>
/// Where a demonstration keeps its hub. A temporary folder goes when the demonstration ends; one that was named stays, and a
/// demonstration that was killed goes on in it where it stopped.
/// </summary>
internal sealed class DemoFolder : IDisposable
{
    private const string Marker = "demo.txt";

    private readonly bool _temporary;

    private DemoFolder(DataFolder data, bool temporary)
    {
        Data = data;
        _temporary = temporary;
    }

    public DataFolder Data { get; }

    /// <summary>Takes a folder for a demonstration.</summary>
    /// <param name="path">Null: a fresh temporary one.</param>
    /// <param name="demo">The demonstration's name; a folder holds one.</param>
    /// <exception cref="CommandException">The folder holds something else, or another process has it.</exception>
    public static DemoFolder Take(string? path, string demo)
    {
        if (path is null)
            return Open(Directory.CreateTempSubdirectory("hub-demo-").FullName, demo, temporary: true);
        Directory.CreateDirectory(path);
        if (HeldDemo(path) is { } held && held != demo)
            throw CommandException.WrongUsage($"The folder {path} holds another demonstration, {held}. Name another folder.");
        if (HeldDemo(path) is null && Directory.EnumerateFileSystemEntries(path).Any())
            throw CommandException.WrongUsage($"The folder {path} is not empty, and holds no demonstration. Name another folder.");
        return Open(path, demo, temporary: false);
    }

    public void Dispose()
    {
        Data.Dispose();
        if (_temporary)
            Directory.Delete(Data.Path, recursive: true);
    }

    private static DemoFolder Open(string path, string demo, bool temporary)
    {
        var data = DataFolder.TryOpen(path) ?? throw LocalHub.AlreadyServed(path);
        File.WriteAllText(Path.Combine(path, Marker), demo);
        return new DemoFolder(data, temporary);
    }

    private static string? HeldDemo(string path) =>
        File.Exists(Path.Combine(path, Marker)) ? File.ReadAllText(Path.Combine(path, Marker)).Trim() : null;
}
