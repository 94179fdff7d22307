using IntegrationHub.Domain.Published;

namespace IntegrationHub.City.Tests.Dfe;

/// <summary>The Department for Education's file, where it lies beside the repository.</summary>
internal static class PublishedDay
{
    private static readonly Lazy<IReadOnlyList<PublishedRow>?> File = new(Find);

    public static bool IsAbsent => File.Value is null;

    public static IReadOnlyList<PublishedRow> Rows => File.Value ?? throw new InvalidOperationException("The published file is not here.");

    private static IReadOnlyList<PublishedRow>? Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, "shared", "data", "dfe", "EES_daily_data.csv");
            if (System.IO.File.Exists(path))
            {
                using StreamReader text = new(path);
                return PublishedFile.Read(text).Rows;
            }
        }

        return null;
    }
}
