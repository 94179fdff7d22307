namespace IntegrationHub.Interop.Tests.Languages;

/// <summary>Where the contracts and the vendors' programs are. They are used as they lie there, as a vendor would.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot(AppContext.BaseDirectory);

    public static string Protos { get; } = Path.Combine(Root, "protos");

    public static string Clients { get; } = Path.Combine(Root, "tests", "IntegrationHub.Interop.Tests", "clients");

    /// <summary>Contract files of one folder, relative to <see cref="Protos"/>.</summary>
    public static IEnumerable<string> Below(string folder) => Directory
        .EnumerateFiles(Path.Combine(Protos, folder), "*.proto", SearchOption.AllDirectories)
        .Select(x => Path.GetRelativePath(Protos, x));

    private static string FindRoot(string folder) => File.Exists(Path.Combine(folder, "IntegrationHub.sln"))
        ? folder
        : FindRoot(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder))!);
}
