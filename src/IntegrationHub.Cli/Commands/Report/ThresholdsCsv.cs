using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Thresholds.V1;
using static IntegrationHub.Cli.Output.CsvColumns;

namespace IntegrationHub.Cli.Commands.Report;

/// <summary>Children who meet thresholds as CSV, one spell a row, with the sessions that prove it.</summary>
internal static class ThresholdsCsv
{
    public static readonly CsvTable<ThresholdSpell> Table = CsvTable<ThresholdSpell>.Of(
        "thresholds", "A child who meets a threshold, and since when.",
        Code<ThresholdSpell>("threshold", "The threshold's name.", x => x.Threshold),
        Whole<ThresholdSpell>("pupil_id", "The hub's own identifier of the pupil.", x => x.PupilId),
        Code<ThresholdSpell>("school_laestab", "The main school's DfE number, seven digits.", x => x.SchoolLaestab, "roll"),
        Text<ThresholdSpell>("school_name", "Its name.", x => x.SchoolName),
        Day<ThresholdSpell>("first_met_date", "The first day on which it was met.", x => x.Evidence.FirstMetDate),
        Day<ThresholdSpell>("met_since_date", "Since when it has been met without a break.", x => x.Evidence.MetSinceDate),
        Day<ThresholdSpell>("open_date", "The date of the run that found it first.", x => x.OpenDate),
        Day<ThresholdSpell>("last_met_date", "The date of the last run that found it.", x => x.LastMetDate),
        Day<ThresholdSpell>("window_start_date", "The first day counted.", x => x.Evidence.WindowStartDate),
        Whole<ThresholdSpell>("counted", "What the threshold counts, in its own unit.", x => x.Evidence.Counted, "register"),
        Whole<ThresholdSpell>("possible_sessions", "Possible sessions from the first day counted.", x => x.Evidence.PossibleSessions, "register"),
        Whole<ThresholdSpell>("attended_sessions", "Attended sessions of those.", x => x.Evidence.AttendedSessions, "register"),
        Whole<ThresholdSpell>("unauthorised_sessions", "Sessions of unauthorised absence of those.", x => x.Evidence.UnauthorisedSessions, "register"),
        Text<ThresholdSpell>(
            "proving_sessions", "The sessions that prove it, a date for a whole day and date:AM or date:PM for half of one.",
            x => string.Join(' ', x.Evidence.ProvingDays.Select(ToText)), "register"));

    private static string ToText(ProvingDay day) =>
        day.Date.ToText() + (day is { Morning: true, Afternoon: true } ? "" : day.Morning ? ":AM" : ":PM");
}
