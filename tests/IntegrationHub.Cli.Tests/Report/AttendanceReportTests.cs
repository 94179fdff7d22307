using System.Globalization;
using System.Text.Json;
using IntegrationHub.Cli.Tests.Import;

namespace IntegrationHub.Cli.Tests.Report;

/// <summary>Attendance of the small town, where one mark has been corrected since.</summary>
public sealed class AttendanceReportTests : IAsyncLifetime
{
    private static readonly string[] September = ["--from", "2025-09-01", "--to", "2025-09-30"];

    private readonly TempFolder _folder = new();
    private string _before = "";

    public async Task InitializeAsync()
    {
        await SmallTown.PrepareWithRollAsync(_folder);
        await ImportAsync("first.csv", "118500,2025-09-10,AM,1,O");
        _before = (await JsonAsync()).GetProperty("freshness").GetProperty("position").GetInt64().ToString(CultureInfo.InvariantCulture);
        await ImportAsync("second.csv", "118500,2025-09-10,AM,1,/");
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task KnownAt_IsWhatWasKnownThen()
    {
        Attended(await JsonAsync()).ShouldBe(1);

        var then = await JsonAsync("--known-at", _before);

        Attended(then).ShouldBe(0);
        then.GetProperty("freshness").GetProperty("position").GetInt64().ToString(CultureInfo.InvariantCulture).ShouldBe(_before);
    }

    [Fact]
    public async Task KnownAt_IsSaidOnTheScreenAndInTheFile()
    {
        var file = _folder.File("attendance.csv");

        var run = await RunAsync([.. September, "--known-at", _before, "--csv", file]);

        run.Output.ShouldContain($"as known at journal position {long.Parse(_before, CultureInfo.InvariantCulture):N0}.");
        string[][] lines = [.. (await File.ReadAllLinesAsync(file)).Select(x => x.Split(','))];
        lines[1][Array.IndexOf(lines[0], "known_at")].ShouldBe(_before);
        lines[1][Array.IndexOf(lines[0], "journal_position")].ShouldBe(_before);
    }

    [Fact]
    public async Task MarkWithoutARecordTime_IsNotReplacedByOneMadeBeforeItsImport()
    {
        var header = $"{SmallTown.RegisterHeader},record_time";
        var file = _folder.Write("made-earlier.csv", header, "118500,2025-09-10,AM,1,O,2025-09-10T08:55:00Z");

        (await SmallTown.ImportAsync(_folder, "registers", file)).ExitCode.ShouldBe(0);

        Attended(await JsonAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task School_ThatIsNotOnFile_IsRefused()
    {
        var run = await RunAsync("--school", "8519999");

        run.ExitCode.ShouldBe(1, run.All);
        run.Error.ShouldContain("UNKNOWN_SCHOOL");
        (await RunAsync("--school", "8512345")).ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("--weeks", "--weeks", "0")]
    [InlineData("Rolling weeks are 1 to 520", "--weeks", "9999")]
    [InlineData("--by may be said 2 times at most", "--by", "phase", "--by", "year", "--by", "sex")]
    public async Task Question_ThatMakesNoSense_IsWrongUsage(string says, params string[] options)
    {
        var run = await RunAsync(options);

        run.ExitCode.ShouldBe(2, run.All);
        run.Error.ShouldContain(says);
    }

    private static long Attended(JsonElement answer) => answer.GetProperty("rows")[0].GetProperty("measures").GetProperty("attended_sessions").GetInt64();

    private async Task<JsonElement> JsonAsync(params string[] options)
    {
        var run = await RunAsync([.. September, .. options, "--json"]);
        run.ExitCode.ShouldBe(0, run.All);
        return JsonDocument.Parse(run.Output).RootElement;
    }

    private async Task ImportAsync(string name, string row)
    {
        var run = await SmallTown.ImportAsync(_folder, "registers", _folder.Write(name, SmallTown.RegisterHeader, row));
        run.ExitCode.ShouldBe(0, run.All);
    }

    private Task<CommandRun> RunAsync(params string[] options) => CommandRun.OfAsync(["report", "attendance", .. options, "--data", _folder.Data]);
}
