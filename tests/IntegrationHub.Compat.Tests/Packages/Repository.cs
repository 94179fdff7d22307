using System.Diagnostics;
using System.Text.Json;

namespace IntegrationHub.Compat.Tests.Packages;

/// <summary>The projects of the repository that the tests run in, and what MSBuild makes of them.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot(AppContext.BaseDirectory);

    public static IEnumerable<string> Projects { get; } =
    [
        .. new[] { "src", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    public static async Task<EvaluatedProject> EvaluateAsync(string project, bool useRegistryPackages)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                "msbuild", project, $"-p:UseRegistryPackages={(useRegistryPackages ? "true" : "false")}", "-nodeReuse:false",
                "-getItem:ProjectReference,PackageReference,PackageVersion", "-getProperty:UsesGrpc,UsesRedis,NuGetLockFilePath",
            ])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
        };

        // The test run's own MSBuild must not be taken for that of the process started here.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, output);
        return new EvaluatedProject(Root, JsonDocument.Parse(output).RootElement);
    }

    private static string FindRoot(string folder) => File.Exists(Path.Combine(folder, "Directory.Packages.props"))
        ? folder
        : FindRoot(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder))!);
}

internal sealed class EvaluatedProject(string root, JsonElement evaluation)
{
    public bool UsesGrpc => Property("UsesGrpc") == "true";

    public bool UsesRedis => Property("UsesRedis") == "true";

    public string LockFile => Path.GetFileName(Property("NuGetLockFilePath"));

    public IEnumerable<string> StandIns => Items("ProjectReference", "FullPath")
        .Where(path => path.StartsWith(Path.Combine(root, "compat"), StringComparison.Ordinal))
        .Select(Path.GetFileNameWithoutExtension)!;

    public IEnumerable<string> Packages => Items("PackageReference", "Identity");

    public IEnumerable<string> PackagesWithVersion => Items("PackageVersion", "Identity");

    private string Property(string name) => evaluation.GetProperty("Properties").GetProperty(name).GetString()!;

    private IEnumerable<string> Items(string kind, string metadata) =>
        evaluation.GetProperty("Items").GetProperty(kind).EnumerateArray().Select(item => item.GetProperty(metadata).GetString()!);
}
