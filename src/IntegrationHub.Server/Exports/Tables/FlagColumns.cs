using IntegrationHub.Contracts.Coverage.V1;
using IntegrationHub.Server.Exports.Flags;
using IntegrationHub.Server.Tables;

namespace IntegrationHub.Server.Exports.Tables;

/// <summary>What is written of a flag. Neither who took it up nor what was noted with it is in it.</summary>
internal static class FlagColumns
{
    private const string Runs = "reconciliation";
    private const string NotKept = "Empty: the hub keeps the evidence of its last run, which was later than known_at.";

    private static readonly ContractWords States = new(CoverageReflection.Descriptor, nameof(FlagState));
    private static readonly ContractWords Kinds = new(CoverageReflection.Descriptor, nameof(FlagKind));

    public static IReadOnlyList<Column<ExportedFlag>> All { get; } =
    [
        new(
            new()
            {
                Name = "flag_id",
                Type = ColumnType.WholeNumber,
                Meaning = "The hub's own number of the flag. It stays the same while its cause lasts.",
                Source = "hub",
                Forms = ColumnForms.Identified,
            },
            (CsvLines line, in ExportedFlag row) => line.Number(row.Flag.FlagId)),
        new(
            new()
            {
                Name = "flag_pseudonym",
                Type = ColumnType.Pseudonym,
                Meaning = "The flag. It stays the same while its cause lasts.",
                Source = "hub",
                Forms = ColumnForms.Pseudonymised,
            },
            (CsvLines line, in ExportedFlag row) => line.Word(row.Pseudonym)),
        .. PupilColumns.All.Of((ExportedFlag flag) => flag.Pupil),
        new(
            new()
            {
                Name = "school_laestab",
                Type = ColumnType.Code,
                Meaning = "The DfE number of the child's main school when the cause was last found. Empty: on no roll then.",
                Source = Runs,
            },
            (CsvLines line, in ExportedFlag row) => line.Number(row.School)),
        new(
            new() { Name = "kind", Type = ColumnType.Code, Meaning = $"What is asked: {string.Join(", ", Kinds.All)}.", Source = Runs },
            (CsvLines line, in ExportedFlag row) => line.Word(row.Flag.Kind)),
        new(
            new() { Name = "state", Type = ColumnType.Code, Meaning = $"Where it stands: {string.Join(", ", States.All)}.", Source = "people's decisions, reconciliation" },
            (CsvLines line, in ExportedFlag row) => line.Word(States[(int)row.Life.State])),
        new(
            new() { Name = "open_date", Type = ColumnType.Date, Meaning = "The day that the run judged which opened it.", Source = Runs },
            (CsvLines line, in ExportedFlag row) => line.Date(row.Flag.OpenDate)),
        new(
            new() { Name = "last_found_date", Type = ColumnType.Date, Meaning = "The day that the run judged which last found its cause.", Source = Runs },
            (CsvLines line, in ExportedFlag row) => line.Date(row.Life.LastFound.AsOfDate)),
        new(
            new() { Name = "close_date", Type = ColumnType.Date, Meaning = "The day that the run judged which closed it. Empty while open.", Source = Runs },
            (CsvLines line, in ExportedFlag row) => line.Date(row.Life.CloseDate)),
        new(
            new()
            {
                Name = "closed_because",
                Type = ColumnType.Code,
                Meaning = "What the run found instead: the child's class, its standing (NOT_CHRONICALLY_ABSENT, TOO_FEW_SESSIONS, NO_MARKS, "
                    + "OUTSIDE_COMPULSORY_AGE), OTHER_AUTHORITY or NOT_ON_A_ROLL. Empty while open.",
                Source = Runs,
            },
            (CsvLines line, in ExportedFlag row) => line.Word(row.Life.ClosedBecause ?? "")),
        new(
            new()
            {
                Name = "coverage_class",
                Type = ColumnType.Code,
                Meaning = "Who led for the child when the cause was last found: LA_LEAD_AND_PLAN, LA_LEAD_NO_PLAN, OTHER_LEAD, TEAM_ONLY, NONE or NOT_KNOWN.",
                Source = Runs,
            },
            (CsvLines line, in ExportedFlag row) => line.Word(row.Child.CoverageClass)),
        Count("attended_sessions", "sessions", "Attended in the run's window when the cause was last found, over all enrolments.", row => row.Child.Attended),
        Count("possible_sessions", "sessions", "Possible in the run's window when the cause was last found, over all enrolments.", row => row.Child.Possible),
        Count("sources_asked", "sources", $"Case systems that were asked who leads. {NotKept}", row => row.Evidence?.Sources.Count),
        Count("sources_naming_a_lead", "sources", $"Of them, those that named a person. {NotKept}", row => Answering(row, "NAMED")),
        Count("sources_naming_a_team", "sources", $"Of them, those that named a team and no person. {NotKept}", row => Answering(row, "TEAM_ONLY")),
        Count("sources_saying_none", "sources", $"Of them, those that said nobody leads. {NotKept}", row => Answering(row, "NONE")),
        Count("sources_not_knowing", "sources", $"Of them, those that could not answer. {NotKept}", row => Answering(row, "NOT_KNOWN")),
    ];

    private static Column<ExportedFlag> Count(string name, string unit, string meaning, Func<ExportedFlag, int?> count) => new(
        new() { Name = name, Type = ColumnType.WholeNumber, Unit = unit, Meaning = meaning, Source = Runs },
        (CsvLines line, in ExportedFlag row) => line.Number(count(row)));

    private static int? Answering(ExportedFlag flag, string answer) => flag.Evidence?.Sources.Count(x => x.LeadAnswer == answer);
}
