namespace IntegrationHub.Cli.Tests.Demo;

/// <summary>A hub that lives a published day again has DfE's rates, and says so.</summary>
public sealed class DfeBesideTests
{
    [PublishedDayFact]
    public async Task LivedDay_BesideItsFile_DiffersInNothingFromTheLa()
    {
        await using var hub = await ServingHub.StartAsync(
            "demo", "--day", "2025-09-12", "--la", "857", "--dfe-file", PublishedDayFactAttribute.File!, "--grpc-port", "0", "--page-port", "0");
        using var folder = new TempFolder();
        var csv = Path.Combine(folder.Path, "beside.csv");

        var run = await CommandRun.OfAsync(
            "report", "attendance", "--dfe", PublishedDayFactAttribute.File!, "--to", "2025-09-12", "--csv", csv, "--hub", hub.GrpcAddress);

        run.ExitCode.ShouldBe(0, run.All);
        run.Output.ShouldContain("Rutland, 2025-09-12 to 2025-09-12");
        var lines = File.ReadAllLines(csv).Skip(1).Select(x => x.Split(',')).ToList();
        lines.Select(x => $"{x[0]} {x[1]}").ShouldBe(
            from phase in (string[])["Primary", "Secondary", "Total"]
            from rate in (string[])["attendance", "overall absence", "authorised absence", "unauthorised absence", "late"]
            select $"{phase} {rate}", ignoreOrder: true);
        lines.ShouldAllBe(x => x[2].Length > 0 && x[4] == "0");
        lines.ShouldContain(x => x[6] != "0", "England is not Rutland");
    }
}
