using System.Globalization;
using CsvHelper;
using IntegrationHub.Contracts.Thresholds.V1;

namespace IntegrationHub.Cli.Commands.Report;

/// <summary>Writes children who meet thresholds as CSV, one spell a row, with the sessions that prove it.</summary>
internal static class ThresholdsCsv
{
    public static void Write(FileInfo file, IEnumerable<ThresholdSpell> spells)
    {
        // A school's name that a spreadsheet would take for a formula is escaped.
        using var csv = CsvWriter.ToFile(file.FullName, new CsvWriterOptions { Injection = CsvInjection.Escape });
        csv.WriteHeader(
            "threshold", "pupil_id", "school_laestab", "school_name", "first_met_date", "met_since_date", "open_date", "last_met_date",
            "window_start_date", "counted", "possible_sessions", "attended_sessions", "unauthorised_sessions", "proving_sessions");
        foreach (var spell in spells)
        {
            var evidence = spell.Evidence;
            csv.WriteRecord(
                spell.Threshold, Text(spell.PupilId), spell.SchoolLaestab, spell.SchoolName, evidence.FirstMetDate.ToText(), evidence.MetSinceDate.ToText(),
                spell.OpenDate.ToText(), spell.LastMetDate.ToText(), evidence.WindowStartDate.ToText(), Text(evidence.Counted),
                Text(evidence.PossibleSessions), Text(evidence.AttendedSessions), Text(evidence.UnauthorisedSessions),
                string.Join(' ', evidence.ProvingDays.Select(ToText)));
        }
    }

    private static string ToText(ProvingDay day) =>
        day.Date.ToText() + (day is { Morning: true, Afternoon: true } ? "" : day.Morning ? ":AM" : ":PM");

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
