using IntegrationHub.Domain.Thresholds;
using IntegrationHub.Server.Exports.Spells;
using IntegrationHub.Server.Tables;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Exports.Tables;

/// <summary>What is written of a time of meeting a threshold.</summary>
internal static class ThresholdColumns
{
    private const string Runs = "reconciliation";
    private const string NotKept = "Empty: the hub keeps what its last run saw, which was later than known_at.";

    public static IReadOnlyList<Column<ExportedSpell>> All { get; } =
    [
        new(
            new()
            {
                Name = "spell_id",
                Type = ColumnType.WholeNumber,
                Meaning = "The hub's own number of this time of meeting the threshold. It stays the same while it is met.",
                Source = "hub",
                Forms = ColumnForms.Identified,
            },
            (CsvLines line, in ExportedSpell row) => line.Number(row.Spell.SpellId)),
        new(
            new()
            {
                Name = "spell_pseudonym",
                Type = ColumnType.Pseudonym,
                Meaning = "This time of meeting the threshold. It stays the same while it is met.",
                Source = "hub",
                Forms = ColumnForms.Pseudonymised,
            },
            (CsvLines line, in ExportedSpell row) => line.Word(row.Pseudonym)),
        .. PupilColumns.All.Of((ExportedSpell spell) => spell.Pupil),
        new(
            new()
            {
                Name = "school_laestab",
                Type = ColumnType.Code,
                Meaning = "The DfE number of the child's main school when it was last met. Empty: on no roll then.",
                Source = Runs,
            },
            (CsvLines line, in ExportedSpell row) => line.Number(row.School)),
        new(
            new()
            {
                Name = "threshold",
                Type = ColumnType.Code,
                Meaning = "What is met, a name that never changes its meaning. `hub thresholds` explains each.",
                Source = Runs,
            },
            (CsvLines line, in ExportedSpell row) => line.Word(row.Spell.Threshold)),
        new(
            new() { Name = "unit", Type = ColumnType.Code, Meaning = "What it counts: SESSIONS, SCHOOL_DAYS or SCHOOL_WEEKS. Empty: this hub knows it no more.", Source = Runs },
            (CsvLines line, in ExportedSpell row) => line.Word(ThresholdCatalogue.Find(row.Spell.Threshold)?.Unit.ToWireName() ?? "")),
        Day("open_date", "The day that the first run judged which found it.", row => row.Spell.OpenDate),
        Day("last_met_date", "The day that the last run judged which found it. What follows is of that day.", row => row.LastMetDate),
        Day("close_date", "The day that the run judged which found it no more. Empty while it is met.", row => row.CloseDate),
        Day("first_met_date", $"The first day of the academic year on which it was met, by the marks known then. {NotKept}", row => row.Evidence?.FirstMetDate),
        Day("met_since_date", $"The day from which it has been met without a break, by the marks known then. {NotKept}", row => row.Evidence?.MetSinceDate),
        Day("window_start_date", $"The first day counted. The last is the day judged. {NotKept}", row => row.Evidence?.WindowStart),
        Count("counted", "as the unit says", "How many of what the threshold counts; of a rate, sessions absent.", x => x.Counted),
        Count("possible_sessions", "sessions", "Possible from the first day counted on, over all enrolments.", x => x.Possible),
        Count("attended_sessions", "sessions", "Attended of them.", x => x.Attended),
        Count("unauthorised_absence_sessions", "sessions", "Absent without authority of them.", x => x.Unauthorised),
    ];

    private static Column<ExportedSpell> Day(string name, string meaning, Func<ExportedSpell, DateOnly?> day) => new(
        new() { Name = name, Type = ColumnType.Date, Meaning = meaning, Source = Runs },
        (CsvLines line, in ExportedSpell row) => line.Date(day(row)));

    private static Column<ExportedSpell> Count(string name, string unit, string meaning, Func<ThresholdSpellRow, int> count) => new(
        new() { Name = name, Type = ColumnType.WholeNumber, Unit = unit, Meaning = $"{meaning} {NotKept}", Source = Runs },
        (CsvLines line, in ExportedSpell row) => line.Number(row.Evidence is { } evidence ? count(evidence) : null));
}
