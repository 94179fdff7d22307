using System.Globalization;
using IntegrationHub.Cli.Tests.Import;

namespace IntegrationHub.Cli.Tests.Export;

/// <summary>The small town with a term of marks.</summary>
internal static class ExportTown
{
    public const int Days = 60;

    /// <summary>Three pupils, in the mornings and afternoons of sixty school days.</summary>
    public const int Marks = 3 * 2 * Days;

    public static async Task PrepareAsync(TempFolder folder)
    {
        await SmallTown.PrepareWithRollAsync(folder);
        var registers = await SmallTown.ImportAsync(folder, "registers", folder.Write("registers.csv", [SmallTown.RegisterHeader, .. Registers()]));
        registers.ExitCode.ShouldBe(0, registers.All);
    }

    private static IEnumerable<string> Registers() =>
        from day in Enumerable.Range(0, Days)
        let date = new DateOnly(2025, 9, 1).AddDays((day / 5 * 7) + (day % 5)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        from session in new[] { "AM", "PM" }
        from pupil in new[] { 1, 2, 3 }
        select $"118500,{date},{session},{pupil},{(pupil == 3 ? "O" : session == "AM" ? "/" : "\\")}";
}
