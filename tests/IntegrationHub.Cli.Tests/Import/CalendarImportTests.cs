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
}
