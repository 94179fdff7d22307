namespace IntegrationHub.Domain.Tests.Reasons;

/// <summary>The sources of the hub, for tests that hold them against what is written about them.</summary>
internal static class SourceText
{
    /// <summary>The text of every source file of some projects.</summary>
    public static IEnumerable<string> Of(params string[] projects) =>
        from project in projects
        from file in Directory.EnumerateFiles(Path.Combine(Repository(), "src", project), "*.cs", SearchOption.AllDirectories)
        where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        select File.ReadAllText(file);

    private static string Repository()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "IntegrationHub.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
