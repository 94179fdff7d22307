using System.Text.Json;
using IntegrationHub.Cli.Tests.Import;

namespace IntegrationHub.Cli.Tests.Quarantine;

/// <summary>An operator mends what does not count, from the command line.</summary>
public sealed class QuarantineCommandTests
{
    private const string School = "8512345";

    [Fact]
    public async Task UnknownCode_IsListed_Mapped_AndGone()
    {
        using var folder = new TempFolder();
        await SmallTown.PrepareWithRollAsync(folder);
        await ImportAsync(folder, "118500,2025-09-10,AM,1,I-C", "118500,2025-09-10,AM,2,/");

        var list = await RunAsync(folder, "list");
        list.Output.ShouldContain("UNKNOWN_CODE");
        list.Output.ShouldContain("I-C");
        (await ItemsAsync(folder)).ShouldHaveSingleItem().GetProperty("mark").GetProperty("mis_pupil_id").GetString().ShouldBe("1");

        var replay = await RunAsync(folder, "replay", "--map-code", "I-C=I", "--school", School, "--note", "asked the school");
        replay.ExitCode.ShouldBe(0, replay.All);
        replay.Output.ShouldContain("1 are in quarantine no longer");
        (await RunAsync(folder, "list")).Output.ShouldContain("Nothing is in quarantine.");
        var history = (await RunAsync(folder, "history")).Output;
        history.ShouldContain("MAP_CODE");
        history.ShouldContain("asked the school");
    }

    [Fact]
    public async Task ChosenThings_AreDiscardedAndOthersStay()
    {
        using var folder = new TempFolder();
        await SmallTown.PrepareWithRollAsync(folder);
        await ImportAsync(folder, "118500,2025-09-10,AM,1,I-C", "118500,2025-09-10,AM,2,I-D");
        var item = (await ItemsAsync(folder))[0].GetProperty("item_id").GetString()!;

        var discard = await RunAsync(folder, "discard", "--item", item);
        discard.ExitCode.ShouldBe(0, discard.All);
        (await ItemsAsync(folder)).ShouldHaveSingleItem().GetProperty("item_id").GetString().ShouldNotBe(item);
        var again = await RunAsync(folder, "discard", "--item", item);
        again.ExitCode.ShouldBe(1, again.All);
        again.Error.ShouldContain("is not in quarantine any more");
    }

    [Fact]
    public async Task RefusedSubmissions_ChosenByReason_AreTakenOnceTheirSchoolIsOnFile()
    {
        using var folder = new TempFolder();
        await SmallTown.PrepareWithRollAsync(folder);
        await ImportAsync(folder, "118600,2025-09-10,AM,1,/");
        var early = await RunAsync(folder, "replay", "--kind", "submissions", "--reason", "UNKNOWN_SCHOOL");
        early.ExitCode.ShouldBe(1, early.All);
        early.Error.ShouldContain("UNKNOWN_SCHOOL");

        await SmallTown.ImportAsync(folder, "schools", folder.Write("more.csv", "urn,laestab,name,phase", "118600,8512346,Hill Lane,Primary"));
        var replay = await RunAsync(folder, "replay", "--kind", "submissions", "--reason", "UNKNOWN_SCHOOL");
        replay.ExitCode.ShouldBe(0, replay.All);
        (await ItemsAsync(folder)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("replay")]
    [InlineData("discard")]
    [InlineData("replay", "--map-code", "I-C")]
    public async Task NothingChosen_OrHalfAMapping_IsWrongUsage(params string[] words)
    {
        using var folder = new TempFolder();
        (await RunAsync(folder, words)).ExitCode.ShouldBe(2);
    }

    private static Task<CommandRun> RunAsync(TempFolder folder, params string[] words) =>
        CommandRun.OfAsync(["quarantine", .. words, "--data", folder.Data]);

    private static async Task ImportAsync(TempFolder folder, params string[] rows) =>
        await SmallTown.ImportAsync(folder, "registers", folder.Write("registers.csv", [SmallTown.RegisterHeader, .. rows]));

    private static async Task<List<JsonElement>> ItemsAsync(TempFolder folder)
    {
        var run = await RunAsync(folder, "list", "--items", "--json");
        return [.. JsonDocument.Parse(run.Output).RootElement.GetProperty("items").EnumerateArray()];
    }
}
