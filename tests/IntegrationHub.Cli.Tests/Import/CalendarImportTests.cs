namespace IntegrationHub.Cli.Tests.Import;

public sealed class CalendarImportTests
{
    private const string Header = "type,school_laestab,name,start_date,end_date,kind,day";

    [Fact]
    public async Task TermsClosuresAndOpenings_InAnyOrder_AreTakenEachAsWhatTheyAre()
    {
        using var folder = new TempFolder();
        var file = folder.Write(
            "calendar.csv", Header, "opening,,,2025-09-01,2025-12-19,,Saturday", "closure,,,2025-09-01,,INSET,", "term,,Autumn 2025,2025-09-01,2025-12-19,,",
            "Opening,,,2025-09-07,,,sunday");

        var run = await SmallTown.ImportAsync(folder, "calendar", file);

        run.ExitCode.ShouldBe(0, run.All);
    }

    [Fact]
    public async Task OpeningAtFault_IsListedByItsLine()
    {
        using var folder = new TempFolder();
        var file = folder.Write(
            "calendar.csv", Header, "opening,,,2025-09-01,2025-12-19,,", "opening,,,2025-09-01,2025-12-19,,Monday", "opening,,,2025-09-07,2025-09-10,,Saturday",
            "term,,Autumn 2025,2025-09-01,2025-12-19,,", "opening,,,2025-09-01,2025-12-19,,Saturday");

        var run = await SmallTown.ImportAsync(folder, "calendar", file);

        run.ExitCode.ShouldBe(1, run.All);
        run.All.ShouldContain("RECORD_INCOMPLETE");
        run.All.ShouldContain("holds 'Monday'");
        run.All.ShouldContain("OPENING_WITHOUT_DAY");
    }

    [Fact]
    public async Task RowsAtFault_AreInTheFileByLine_EachWithItsColumn_WhoeverFoundThem()
    {
        using var folder = new TempFolder();
        var file = folder.Write(
            "calendar.csv", Header, "closure,8519999,,2025-10-01,,INSET,", "holiday,,,2025-10-02,,,", "closure,8519998,,2025-10-03,,INSET,",
            "closure,,,2025-10-06,,,");

        var run = await SmallTown.ImportAsync(folder, "calendar", file, "--refused", folder.File("refused.csv"));

        run.ExitCode.ShouldBe(1, run.All);
        var refused = (await File.ReadAllLinesAsync(folder.File("refused.csv"))).Skip(1).Select(x => x[file.Length..]).ToList();
        refused.Count.ShouldBe(4);
        refused[0].ShouldStartWith(",2,refused,UNKNOWN_SCHOOL,school_laestab,\"DfE number 8519999: ");
        refused[1].ShouldBe(",3,refused,INVALID_VALUE,type,\"type holds 'holiday'. Write term, closure or opening.\"");
        refused[2].ShouldStartWith(",4,refused,UNKNOWN_SCHOOL,school_laestab,\"DfE number 8519998: ");
        refused[3].ShouldStartWith(",5,refused,RECORD_INCOMPLETE,kind,");
    }

    [Fact]
    public async Task Help_SaysThatAClosureNeedsItsKind() =>
        (await CommandRun.OfAsync("import", "calendar", "--help")).Output.ShouldContain("Needed for a closure");
}
