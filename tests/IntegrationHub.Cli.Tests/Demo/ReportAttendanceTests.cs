using System.Globalization;
using System.Text.Json;
using Grpc.Core;
using Grpc.Net.Client;
using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Contracts.Type.V1;

namespace IntegrationHub.Cli.Tests.Demo;

[Collection(DemoRuns.Name)]
public sealed class ReportAttendanceTests(DemoFixture demo)
{
    // As many as any child can have: two a day, in the fifteen weeks.
    private const int SessionsOfTerm = 150;

    private static readonly string[] Term = ["--from", "2021-09-01", "--to", "2021-12-17"];

    [Fact]
    public async Task ByPhase_AddsUpToTheTotal()
    {
        var phases = await RowsAsync([.. Term, "--by", "phase"]);
        var total = (await RowsAsync(Term)).ShouldHaveSingleItem();

        phases.Count.ShouldBeGreaterThan(1);
        foreach (var measure in (string[])["possible_sessions", "attended_sessions", "authorised_absence_sessions", "unauthorised_absence_sessions", "late_sessions"])
            phases.Sum(x => Sessions(x, measure)).ShouldBe(Sessions(total, measure), measure);
        phases.Sum(x => Count(x, "chronically_absent")).ShouldBe(Count(total, "chronically_absent"));
        Sessions(total, "possible_sessions").ShouldBeGreaterThan(50_000);
    }

    [Fact]
    public async Task ByChild_IsTheSumOfEveryPupilsOwnAnswer()
    {
        var children = (await RowsAsync([.. Term, "--basis", "child"])).ShouldHaveSingleItem();
        var (pupils, hidden) = await PupilsAsync();

        // A protected child is asked about in vain, and counted all the same.
        hidden.ShouldBe(1);
        Number(children, "child_count").ShouldBe(pupils.Count + hidden);
        Sessions(children, "possible_sessions").ShouldBeInRange(pupils.Sum(x => x.PossibleSessions) + 1, pupils.Sum(x => x.PossibleSessions) + SessionsOfTerm);
        Sessions(children, "attended_sessions").ShouldBeInRange(pupils.Sum(x => x.AttendedSessions), pupils.Sum(x => x.AttendedSessions) + SessionsOfTerm);
        Sessions(children, "late_sessions").ShouldBeInRange(pupils.Sum(x => x.LateSessions), pupils.Sum(x => x.LateSessions) + SessionsOfTerm);
        Count(children, "persistently_absent").ShouldBeInRange(pupils.Count(x => x.PersistentlyAbsent), pupils.Count(x => x.PersistentlyAbsent) + hidden);
        Count(children, "severely_absent").ShouldBeInRange(pupils.Count(x => x.SeverelyAbsent), pupils.Count(x => x.SeverelyAbsent) + hidden);
        Count(children, "chronically_absent").ShouldBeInRange(pupils.Count(x => x.ChronicallyAbsent), pupils.Count(x => x.ChronicallyAbsent) + hidden);
        pupils.Count(x => x.ChronicallyAbsent).ShouldBePositive();
    }

    [Fact]
    public async Task ByWeek_OnTheScreen_IsATrend()
    {
        var run = await RunAsync(["report", "attendance", .. Term, "--by", "week", "--by", "phase"]);

        run.ExitCode.ShouldBe(0, run.All);
        run.Output.ShouldContain("every enrolment as it is marked");
        run.Output.ShouldContain("| 2021-09-06 | Primary");
        run.Output.ShouldContain("| 2021-12-13 | Secondary");
        run.Output.ShouldNotContain("\u001b[");
    }

    [Fact]
    public async Task Csv_ForPublication_HoldsNoSmallNumber()
    {
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "attendance.csv");
        var run = await RunAsync(["report", "attendance", .. Term, "--by", "year", "--by", "looked-after", "--publish", "--csv", file]);

        run.ExitCode.ShouldBe(0, run.All);
        run.Output.ShouldContain("c: withheld");
        var lines = File.ReadAllLines(file);
        string[] header = lines[0].Split(',');
        var enrolments = lines.Skip(1).Select(x => x.Split(',')[Array.IndexOf(header, "enrolments")]).ToList();
        enrolments.ShouldContain("c");
        enrolments.ShouldAllBe(x => x == "c" || int.Parse(x, CultureInfo.InvariantCulture) > 5);
        header.ShouldNotContain("code_I");
    }

    [Fact]
    public async Task Term_ByAnotherName_IsWrongUsageAndNamesThoseThereAre()
    {
        var run = await RunAsync("report", "attendance", "--term", "Trinity", "--to", "2021-12-17");

        run.ExitCode.ShouldBe(2, run.All);
        run.Error.ShouldContain("Autumn");
    }

    [PublishedDayFact]
    public async Task PublishedFile_OfAYear_SaysWhatDiffersInKind()
    {
        var file = Path.Combine(Path.GetDirectoryName(PublishedDayFactAttribute.File)!, "EES_ytd_data.csv");
        var run = await RunAsync("report", "attendance", "--dfe", file);

        run.ExitCode.ShouldBe(0, run.All);
        run.Output.ShouldContain("Portsmouth, 2025-08-01 to");
        run.Output.ShouldContain("persistent absence");
        run.Output.ShouldContain("does not say how far its year to date goes");
        run.Output.ShouldContain("boarders");
    }

    [PublishedDayFact]
    public async Task PublishedFile_BesideAnEarlierMoment_KnowsNothingOfWhatCameLater()
    {
        var file = Path.Combine(Path.GetDirectoryName(PublishedDayFactAttribute.File!)!, "EES_ytd_data.csv");
        var position = JsonDocument.Parse((await RunAsync("report", "attendance", "--json")).Output)
            .RootElement.GetProperty("freshness").GetProperty("position").GetInt64();

        var now = await RunAsync("report", "attendance", "--dfe", file, "--known-at", $"{position}");
        var empty = await RunAsync("report", "attendance", "--dfe", file, "--known-at", "0");

        now.Output.ShouldContain($"as they stand at journal position {position:N0}.");
        empty.ExitCode.ShouldBe(2, empty.All);
        empty.Error.ShouldContain("no school yet");
    }

    [PublishedDayFact]
    public async Task PublishedFile_OfAnotherLa_IsWrongUsage()
    {
        var run = await RunAsync("report", "attendance", "--dfe", PublishedDayFactAttribute.File!, "--la", "000");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("no LA 000");
    }

    [Theory]
    [InlineData("--by", "phase")]
    [InlineData("--json")]
    [InlineData("--publish")]
    public async Task PublishedFile_WithAnOptionThatItSettles_IsWrongUsage(params string[] option)
    {
        var run = await RunAsync(["report", "attendance", "--dfe", "any.csv", .. option]);

        run.ExitCode.ShouldBe(2, run.All);
        run.Error.ShouldContain($"{option[0]} does not go with --dfe");
    }

    // Every pupil of the hub who may be seen, and how many may not. The hub has numbered them from 1.
    private async Task<(List<AttendanceMeasures> Seen, int Hidden)> PupilsAsync()
    {
        using var channel = GrpcChannel.ForAddress(demo.Hub.GrpcAddress);
        var client = new AttendanceService.AttendanceServiceClient(channel);
        var (seen, hidden) = (new List<AttendanceMeasures>(), 0);
        for (var pupil = 1; pupil <= DemoFixture.Pupils; pupil++)
        {
            try
            {
                var request = new GetPupilAttendanceRequest { PupilId = pupil, Window = new() { StartDate = Day(2021, 9, 1), EndDate = Day(2021, 12, 17) } };
                seen.Add((await client.GetPupilAttendanceAsync(request)).Measures);
            }
            catch (RpcException exception) when (exception.StatusCode == StatusCode.NotFound)
            {
                hidden++;
            }
        }
        return ([.. seen.Where(x => x.PossibleSessions + x.NotPossibleSessions > 0)], hidden);
    }

    private static Date Day(int year, int month, int day) => new() { Year = year, Month = month, Day = day };

    private async Task<List<JsonElement>> RowsAsync(string[] options)
    {
        var run = await RunAsync(["report", "attendance", .. options, "--json"]);
        run.ExitCode.ShouldBe(0, run.All);
        return [.. JsonDocument.Parse(run.Output).RootElement.GetProperty("rows").EnumerateArray()];
    }

    private static long Sessions(JsonElement row, string measure) => Number(row.GetProperty("measures"), measure);

    private static long Count(JsonElement row, string cohort) => Number(row.GetProperty(cohort), "count");

    private static long Number(JsonElement element, string name) => element.GetProperty(name).GetInt64();

    private async Task<CommandRun> RunAsync(params string[] command) => await CommandRun.OfAsync([.. command, "--hub", demo.Hub.GrpcAddress]);
}
