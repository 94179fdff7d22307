namespace IntegrationHub.Domain.Tests;

/// <summary>Finds the published tables and figures kept beside the repository, where they are.</summary>
internal static class SharedData
{
    /// <summary>The folder, or null where the repository stands alone.</summary>
    public static string? Root { get; } =
        Environment.GetEnvironmentVariable("INTEGRATIONHUB_SHARED") is { Length: > 0 } folder ? folder : FindBesideSolution();

    public static string PathOf(params string[] parts) => Path.Combine([Root!, .. parts]);

    private static string? FindBesideSolution()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string shared = Path.Combine(folder.FullName, "..", "shared");
            if (File.Exists(Path.Combine(folder.FullName, "IntegrationHub.sln")) && Directory.Exists(shared))
                return Path.GetFullPath(shared);
        }

        return null;
    }
}
