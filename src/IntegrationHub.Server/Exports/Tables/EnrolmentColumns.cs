using IntegrationHub.Contracts.Roll.V1;
using IntegrationHub.Server.Tables;

namespace IntegrationHub.Server.Exports.Tables;

/// <summary>Which enrolment a row is about, and when and where it was.</summary>
internal static class EnrolmentColumns
{
    private const string Roll = "roll";

    private static readonly ContractWords Statuses = new(RollReflection.Descriptor, nameof(EnrolmentStatus));

    /// <summary>What a row of an enrolment begins with, in every table.</summary>
    public static IReadOnlyList<Column<ExportedEnrolment>> Keys { get; } =
    [
        new(
            new()
            {
                Name = "enrolment_id",
                Type = ColumnType.WholeNumber,
                Meaning = "The hub's own number of the enrolment: one stay of one child at one school.",
                Source = "hub",
                Forms = ColumnForms.Identified,
            },
            (CsvLines line, in ExportedEnrolment row) => line.Number(row.Facts.Stay.EnrolmentId)),
        new(
            new()
            {
                Name = "enrolment_pseudonym",
                Type = ColumnType.Pseudonym,
                Meaning = "The enrolment: one stay of one child at one school. It lasts as the child's pseudonym does.",
                Source = "hub",
                Forms = ColumnForms.Pseudonymised,
            },
            (CsvLines line, in ExportedEnrolment row) => line.Word(row.Pseudonym)),
        .. PupilColumns.All.Of((ExportedEnrolment enrolment) => enrolment.Pupil),
        new(
            new()
            {
                Name = "mis_pupil_id",
                Type = ColumnType.Text,
                Meaning = "What the school's own system calls the child.",
                Source = Roll,
                Forms = ColumnForms.Identified,
            },
            (CsvLines line, in ExportedEnrolment row) => line.Text(row.MisPupilId)),
        new(
            new() { Name = "school_laestab", Type = ColumnType.Code, Meaning = "The school's DfE number (LAESTAB), seven digits.", Source = "schools" },
            (CsvLines line, in ExportedEnrolment row) => line.Number(row.School.Laestab)),
    ];

    /// <summary>The stay itself.</summary>
    public static IReadOnlyList<Column<ExportedEnrolment>> Stay { get; } =
    [
        new(
            new() { Name = "school_name", Type = ColumnType.Text, Meaning = "The school's name.", Source = "schools" },
            (CsvLines line, in ExportedEnrolment row) => line.Text(row.School.Name)),
        new(
            new() { Name = "school_phase", Type = ColumnType.Text, Meaning = "The school's phase of education, as the list of schools has it.", Source = "schools" },
            (CsvLines line, in ExportedEnrolment row) => line.Text(row.School.Phase)),
        new(
            new()
            {
                Name = "enrolment_status",
                Type = ColumnType.Code,
                Meaning = "MAIN or SUBSIDIARY. Guests are in no table: their marks count nowhere.",
                Source = Roll,
            },
            (CsvLines line, in ExportedEnrolment row) => line.Word(Statuses[(int)row.Facts.Status])),
        new(
            new() { Name = "entry_date", Type = ColumnType.Date, Meaning = "The first day on the roll.", Source = Roll },
            (CsvLines line, in ExportedEnrolment row) => line.Date(row.Facts.Stay.Entry)),
        new(
            new() { Name = "leaving_date", Type = ColumnType.Date, Meaning = "The last day on the roll, inclusive. Empty while enrolled.", Source = Roll },
            (CsvLines line, in ExportedEnrolment row) => line.Date(row.Facts.Stay.Leaving)),
    ];
}
