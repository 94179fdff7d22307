namespace IntegrationHub.Cli.Tests;

/// <summary>A folder for one test's files and hub.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("hub-cli-").FullName;

    /// <summary>Where the test's hub keeps its data.</summary>
    public string Data => System.IO.Path.Combine(Path, "data");

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file of lines.</summary>
    public string Write(string name, params string[] lines)
    {
        System.IO.File.WriteAllLines(File(name), lines);
        return File(name);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
