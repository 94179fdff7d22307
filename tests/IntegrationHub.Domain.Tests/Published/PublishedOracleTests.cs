using IntegrationHub.Domain.Attendance;
using Xunit.Abstractions;

namespace IntegrationHub.Domain.Tests.Published;

/// <summary>
/// The Department's open data as an oracle: every derived figure of every file at hand follows from the hub's own categories.
/// </summary>
public class PublishedOracleTests(ITestOutputHelper output)
{
    [SharedDataFact("data", "dfe")]
    public void EveryFile_EveryRowShown_IsRecountedWithoutADifference()
    {
        string[] paths = Directory.GetFiles(SharedData.PathOf("data", "dfe"), "*.csv");
        paths.ShouldNotBeEmpty();
        List<string> faults = [];
        foreach (string path in paths)
        {
            PublishedAudit audit = PublishedAudit.Of(PublishedCopy.Open(path));
            output.WriteLine($"{Path.GetFileName(path)}: {audit.Shown:N0} rows, {audit.Suppressed:N0} suppressed, {audit.Figures:N0} figures, {audit.Faults.Count:N0} faults.");
            audit.Shown.ShouldBePositive(path);
            faults.AddRange(audit.Faults.Select(fault => $"{Path.GetFileName(path)}: {fault}"));
        }

        faults.ShouldBeEmpty();
    }

    [SharedDataFact("data", "dfe", "EES_daily_data.csv")]
    public void DailyData_HoldsSomeOfTheCodeWithoutAColumn() => ShouldHold("EES_daily_data.csv", rows: 3200, holdingF: 62, sessionsOfF: 336);

    [SharedDataFact("data", "dfe", "EES_ytd_data.csv")]
    public void YearToDateData_HoldsSomeOfTheCodeWithoutAColumn() => ShouldHold("EES_ytd_data.csv", rows: 643, holdingF: 51, sessionsOfF: 636);

    private static void ShouldHold(string file, int rows, int holdingF, long sessionsOfF)
    {
        long[] remainders =
        [
            .. PublishedCopy.Open(SharedData.PathOf("data", "dfe", file)).Rows
                .Where(row => !row.IsSuppressed)
                .Select(row => row.Sessions[AttendanceCode.Parse("F")]),
        ];
        (remainders.Length, remainders.Count(sessions => sessions > 0), remainders.Sum()).ShouldBe((rows, holdingF, sessionsOfF));
    }
}
