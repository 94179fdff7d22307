namespace IntegrationHub.Cli.Tests.Import;

/// <summary>Files of a town with one school and three pupils.</summary>
internal static class SmallTown
{
    public const string RegisterHeader = "school_urn,date,session,mis_pupil_id,code";

    public const string RollHeader = "school_urn,mis_pupil_id,upn,forename,surname,date_of_birth,entry_date,leaving_date,year_group";

    public static readonly string[] Roll =
    [
        RollHeader,
        "118500,1,,Alex,Example,2014-05-01,2021-09-01,,6",
        "118500,2,,Bo,Example,2014-06-01,2021-09-01,,6",
        "118500,3,,Cam,Example,2014-07-01,2021-09-01,,6",
    ];

    /// <summary>Imports the school and its term.</summary>
    public static async Task PrepareAsync(TempFolder folder)
    {
        await RunAsync(folder, "schools", folder.Write("schools.csv", "urn,laestab,name,phase", "118500,8512345,Harbour Lane,Primary"));
        await RunAsync(folder, "calendar", folder.Write("calendar.csv", "type,name,start_date,end_date", "term,Autumn 2025,2025-09-01,19/12/2025"));
    }

    /// <summary>Imports the roll too.</summary>
    public static async Task PrepareWithRollAsync(TempFolder folder)
    {
        await PrepareAsync(folder);
        await RunAsync(folder, "rolls", folder.Write("rolls.csv", Roll));
    }

    public static async Task<CommandRun> ImportAsync(TempFolder folder, string kind, params string[] rest) =>
        await CommandRun.OfAsync(["import", kind, .. rest, "--data", folder.Data]);

    private static async Task RunAsync(TempFolder folder, string kind, string file)
    {
        var run = await ImportAsync(folder, kind, file);
        run.ExitCode.ShouldBe(0, run.All);
    }
}
