using System.Text.Json;

namespace IntegrationHub.Cli.Tests.Import;

public sealed class CaseImportTests
{
    [Fact]
    public async Task ThreeFiles_AreOneSnapshotOfTheSource()
    {
        using var folder = new TempFolder();
        await DeclareAsync(folder);

        var run = await ImportAsync(folder, "2025-06-02");
        var sources = await CommandRun.OfAsync("report", "sources", "--json", "--as-of", "2025-09-12", "--data", folder.Data);

        run.ExitCode.ShouldBe(0, run.All);
        run.Output.ShouldContain("6 rows read, 6 taken, 0 refused");
        var source = JsonDocument.Parse(sources.Output).RootElement.GetProperty("sources")[0];
        source.GetProperty("child_count").GetInt32().ShouldBe(3);
        source.GetProperty("open_plan_count").GetInt32().ShouldBe(1);
        source.GetProperty("open_lead_count").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task FaultyRow_KeepsTheSnapshotFromTakingEffect()
    {
        using var folder = new TempFolder();
        await DeclareAsync(folder);

        var run = await ImportAsync(folder, "yesterday");

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("the source social-care has not taken effect");
    }

    [Fact]
    public async Task SameChangesAgain_AreTakenAsNew()
    {
        using var folder = new TempFolder();
        await DeclareAsync(folder);
        string[] delta =
        [
            "--source", "social-care", "--delta",
            "--children", folder.Write("changes.csv", "source_child_id,forename,surname,date_of_birth", "C1,Alex,Example,2014-05-01"),
        ];
        await SmallTown.ImportAsync(folder, "cases", delta);

        var same = await SmallTown.ImportAsync(folder, "cases", delta);
        var again = await SmallTown.ImportAsync(folder, "cases", [.. delta, "--again"]);

        same.Output.ShouldContain("nothing has changed");
        again.ExitCode.ShouldBe(0, again.All);
        again.Output.ShouldNotContain("nothing has changed");
    }

    [Fact]
    public async Task SnapshotOfTwoFiles_IsWrongUsage()
    {
        using var folder = new TempFolder();

        var run = await SmallTown.ImportAsync(folder, "cases", "--source", "social-care", "--as-of", "2025-09-12", "--children", "c.csv", "--plans", "p.csv");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("--involvements");
    }

    private static async Task DeclareAsync(TempFolder folder)
    {
        var run = await SmallTown.ImportAsync(folder, "sources", folder.Write(
            "sources.csv", "source_id,source_kind,name,carries_leads,carries_plans,interval_days,required", "social-care,SOCIAL_CARE,Social care,yes,yes,1,yes"));
        run.ExitCode.ShouldBe(0, run.All);
    }

    private static Task<CommandRun> ImportAsync(TempFolder folder, string leadStart) => SmallTown.ImportAsync(
        folder, "cases", "--source", "social-care", "--as-of", "2025-09-12",
        "--children", folder.Write("children.csv", "source_child_id,forename,surname,date_of_birth", "C1,Alex,Example,2014-05-01", "C2,Bo,Example,", "C3,Cam,Example,"),
        "--plans", folder.Write("plans.csv", "source_plan_id,plan_kind,source_child_ids,start_date", "P1,CHILD_IN_NEED,C1,2025-06-02", "P1,CHILD_IN_NEED,C2,2025-06-02"),
        "--involvements", folder.Write("involvements.csv", "source_involvement_id,source_child_id,lead_kind,lead,worker_id,start_date", $"I1,C1,SOCIAL_WORKER,yes,W1,{leadStart}"));
}
