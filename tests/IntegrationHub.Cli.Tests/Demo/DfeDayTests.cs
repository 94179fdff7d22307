namespace IntegrationHub.Cli.Tests.Demo;

public sealed class DfeDayTests
{
    [PublishedDayFact]
    public async Task PortsmouthsDay_HasNoDifference()
    {
        var run = await CommandRun.OfAsync(
            "demo", "--exit", "--day", "2025-09-12", "--la", "851", "--dfe-file", PublishedDayFactAttribute.File!, "--grpc-port", "0", "--page-port", "0");

        run.ExitCode.ShouldBe(0, run.All);
        run.Output.ShouldContain("published figures agree");
        run.Output.ShouldContain("50,158");
    }

    [Fact]
    public async Task Day_WithoutItsFile_IsWrongUsage()
    {
        var run = await CommandRun.OfAsync("demo", "--day", "2025-09-12", "--la", "851");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("--dfe-file");
    }
}

/// <summary>A fact about a published day, skipped where the file is not at hand.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PublishedDayFactAttribute : FactAttribute
{
    public PublishedDayFactAttribute()
    {
        if (File is null)
            Skip = "DfE's file data/dfe/EES_daily_data.csv is not beside the repository; INTEGRATIONHUB_SHARED may say where its folder is.";
    }

    public static string? File { get; } = Find();

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("INTEGRATIONHUB_SHARED") is { Length: > 0 } named)
            return InFolder(named);
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "IntegrationHub.sln")))
                return InFolder(Path.Combine(folder.FullName, "..", "shared")) ?? InFolder(Path.Combine(folder.FullName, "..", "..", "shared"));
        }
        return null;
    }

    private static string? InFolder(string folder) =>
        Path.Combine(folder, "data", "dfe", "EES_daily_data.csv") is var file && System.IO.File.Exists(file) ? Path.GetFullPath(file) : null;
}
