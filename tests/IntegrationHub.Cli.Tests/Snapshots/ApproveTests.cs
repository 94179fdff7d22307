using System.Text.Json;
using IntegrationHub.Cli.Tests.Import;

namespace IntegrationHub.Cli.Tests.Snapshots;

/// <summary><c>hub snapshots</c>: the operator looks at a load that would close much, and lets it pass.</summary>
public sealed class ApproveTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private string _held = "";

    public async Task InitializeAsync()
    {
        await SmallTown.PrepareAsync(_folder);
        string[] many = [SmallTown.RollHeader, .. Enumerable.Range(1, 40).Select(x => $"118500,{x},,Alex,Example,2014-05-01,2021-09-01,,6")];
        await SmallTown.ImportAsync(_folder, "rolls", _folder.Write("all.csv", many));
        var run = await SmallTown.ImportAsync(_folder, "rolls", _folder.Write("few.csv", many[..11]), "--snapshot", "--as-of", "2025-09-12");
        run.Output.ShouldContain("waits for approval");
        var listed = await RunAsync("list", "--json");
        _held = JsonDocument.Parse(listed.Output).RootElement.GetProperty("snapshots")[0].GetProperty("snapshot_id").GetString()!;
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task ImportedFromTheSameCommandLine_IsApprovedByTheOperator()
    {
        var approved = await RunAsync("approve", _held, "--by", "A. Operator");

        approved.ExitCode.ShouldBe(0, approved.All);
        approved.Output.ShouldContain("has taken effect");
        (await RunAsync("list")).Output.ShouldContain("No snapshot waits");
    }

    [Fact]
    public async Task ApprovedTwice_SaysThatItDoesNotWait()
    {
        await RunAsync("approve", _held);
        var again = await RunAsync("approve", _held);

        again.ExitCode.ShouldBe(1);
        again.Error.ShouldContain("SNAPSHOT_NOT_HELD");
    }

    [Theory]
    [InlineData("")]
    [InlineData("Zoë")]
    public async Task ByANameThatCannotBeKept_IsWrongUsage(string name)
    {
        var run = await RunAsync("approve", _held, "--by", name);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("--by");
        (await RunAsync("list")).Output.ShouldContain(_held);
    }

    [Fact]
    public async Task Unknown_SaysSo()
    {
        var run = await RunAsync("approve", "0b6a2f3c-53a2-4f43-9a0e-0a4f9a3f4d11");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("SNAPSHOT_UNKNOWN");
    }

    private Task<CommandRun> RunAsync(params string[] words) => CommandRun.OfAsync(["snapshots", .. words, "--data", _folder.Data]);
}
