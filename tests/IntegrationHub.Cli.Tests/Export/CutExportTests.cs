namespace IntegrationHub.Cli.Tests.Export;

/// <summary>A line that breaks while a table is on its way.</summary>
public sealed class CutExportTests
{
    [Theory]
    [InlineData(6_000)]
    [InlineData(25_000)]
    public async Task Connection_CutInTheMiddle_LeavesNoFile(int bytes)
    {
        using var folder = new TempFolder();
        await ExportTown.PrepareAsync(folder);
        await using var hub = await ServingHub.StartAsync("serve", "--data", folder.Data, "--grpc-port", "0", "--page-port", "0");
        await using var line = new CutLine(new Uri(hub.GrpcAddress).Port, bytes);
        var file = folder.File("marks.csv");

        var run = await ExportAsync(line.Address, file);

        line.WasCut.ShouldBeTrue();
        run.ExitCode.ShouldNotBe(0, run.All);
        File.Exists(file).ShouldBeFalse();
        File.Exists(file + ".part").ShouldBeFalse();
        (await ExportAsync(hub.GrpcAddress, file)).ExitCode.ShouldBe(0);
        new FileInfo(file).Length.ShouldBeGreaterThan(bytes);
    }

    private static Task<CommandRun> ExportAsync(string address, string file) => CommandRun.OfAsync(
        "export", "marks", "--from", "2025-09-01", "--to", "2025-12-19", "--out", file, "--hub", address);
}
