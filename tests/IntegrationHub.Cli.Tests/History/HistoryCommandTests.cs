using System.Text.Json;
using IntegrationHub.Cli.Tests.Import;

namespace IntegrationHub.Cli.Tests.History;

/// <summary>How a pupil's marks came to be what they are, from the command line.</summary>
public sealed class HistoryCommandTests : IAsyncLifetime
{
    private const string Header = $"{SmallTown.RegisterHeader},record_time,original_code,amendment_reason,amended_by,amend_time";

    private readonly TempFolder _folder = new();

    public async Task InitializeAsync()
    {
        await SmallTown.PrepareWithRollAsync(_folder);
        await ImportAsync("first.csv", "118500,2025-09-10,AM,1,N,2025-09-10T08:55:00Z,,,,", "118500,2025-09-10,PM,1,\\,2025-09-10T13:00:00Z,,,,");
        await ImportAsync("second.csv", "118500,2025-09-10,AM,1,I,2025-09-11T10:20:00Z,N,parent rang,office1,2025-09-11T10:15:00Z");
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Amendment_IsShownWithCodeReasonPersonTimeAndSource()
    {
        var run = await RunAsync("--school", "8512345", "--pupil", "1");

        run.ExitCode.ShouldBe(0, run.All);
        run.Output.ShouldContain("3 entries");
        string[][] rows = [.. run.Output.Split('\n').Where(x => x.StartsWith("| 2025-09-10", StringComparison.Ordinal)).Select(x => x.Split('|', StringSplitOptions.TrimEntries))];
        rows[0][1..5].ShouldBe(["2025-09-10 AM", "8512345", "N", ""]);
        rows[1][1..10].ShouldBe(
            ["2025-09-10 AM", "8512345", "I", "yes", "N", "parent rang", "office1", "2025-09-11 10:15 UTC", "2025-09-11 10:20 UTC"]);
        rows[1][11].ShouldBe("hub import-registers");
        rows[2][1..5].ShouldBe(["2025-09-10 PM", "8512345", "\\", "yes"]);
        run.Output.ShouldNotContain("Alex");
    }

    [Fact]
    public async Task Changed_LeavesOutWhatWasSaidOnce()
    {
        var all = await SessionsAsync();
        var changed = await SessionsAsync("--changed");

        all.Select(x => x.GetProperty("session").GetString()).ShouldBe(["AM", "PM"]);
        changed.Select(x => x.GetProperty("session").GetString()).ShouldBe(["AM"]);
        changed[0].GetProperty("entries").EnumerateArray().Select(x => x.GetProperty("counts").GetBoolean()).ShouldBe([false, true]);
    }

    [Fact]
    public async Task KnownAt_HasNothingOfWhatCameLater()
    {
        var second = (await SessionsAsync())[0].GetProperty("entries")[1].GetProperty("position").GetInt64();

        var then = await SessionsAsync("--known-at", $"{second - 1}");

        then[0].GetProperty("entries").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Window_HasItsSessionsOnly() => (await SessionsAsync("--from", "2025-09-11")).ShouldBeEmpty();

    [Fact]
    public async Task Upn_NamesThePupilEverywhere_AndAnotherSchoolSaysNothing()
    {
        await SmallTown.ImportAsync(_folder, "schools", _folder.Write("more.csv", "urn,laestab,name,phase", "118600,8512346,Hill Lane,Primary"));
        await SmallTown.ImportAsync(
            _folder, "rolls", _folder.Write("upn.csv", SmallTown.RollHeader, "118500,1,H801200001001,Alex,Example,2014-05-01,2021-09-01,,6"));

        (await RunAsync("--pupil", "H801200001001")).Output.ShouldContain("parent rang");
        (await RunAsync("--pupil", "H801200001001", "--school", "8512346")).Output.ShouldContain("Nothing is entered there.");
        (await RunAsync("--number", "1")).Output.ShouldContain("parent rang");
    }

    [Fact]
    public async Task ProtectedChild_IsAnsweredLikeOneWhoIsNotKnown()
    {
        await SmallTown.ImportAsync(
            _folder, "rolls", _folder.Write("hide.csv", $"{SmallTown.RollHeader},restricted", "118500,1,,Alex,Example,2014-05-01,2021-09-01,,6,yes"));

        var hidden = await RunAsync("--school", "8512345", "--pupil", "1");
        var nobody = await RunAsync("--school", "8512345", "--pupil", "99");

        hidden.ExitCode.ShouldBe(1, hidden.All);
        hidden.Error.ShouldContain("PUPIL_UNKNOWN");
        nobody.Error.ShouldBe(hidden.Error);
    }

    [Theory]
    [InlineData]
    [InlineData("--pupil", "4711")]
    [InlineData("--pupil", "H801200001001", "--number", "1")]
    public async Task Pupil_NotNamedOrNotClearly_IsWrongUsage(params string[] options) => (await RunAsync(options)).ExitCode.ShouldBe(2);

    private async Task<List<JsonElement>> SessionsAsync(params string[] options)
    {
        var run = await RunAsync(["--school", "8512345", "--pupil", "1", "--json", .. options]);
        run.ExitCode.ShouldBe(0, run.All);
        return [.. JsonDocument.Parse(run.Output).RootElement.GetProperty("sessions").EnumerateArray()];
    }

    private async Task ImportAsync(string name, params string[] rows)
    {
        var run = await SmallTown.ImportAsync(_folder, "registers", _folder.Write(name, [Header, .. rows]));
        run.ExitCode.ShouldBe(0, run.All);
    }

    private Task<CommandRun> RunAsync(params string[] options)
    {
        string[] from = options.Contains("--from") ? [] : ["--from", "2025-09-01"];
        return CommandRun.OfAsync(["history", .. from, "--to", "2025-09-30", .. options, "--data", _folder.Data]);
    }
}
