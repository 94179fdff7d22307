using IntegrationHub.Server.Tables;

namespace IntegrationHub.Server.Exports.Tables;

/// <summary>Whom a row is about.</summary>
internal static class PupilColumns
{
    private const string Hub = "hub";
    private const string Roll = "roll";

    public static IReadOnlyList<Column<ExportedPupil>> All { get; } =
    [
        new(
            new()
            {
                Name = "pupil_id",
                Type = ColumnType.WholeNumber,
                Meaning = "The hub's own number of the child.",
                Source = Hub,
                Forms = ColumnForms.Identified,
            },
            (CsvLines line, in ExportedPupil row) => line.Number(row.PupilId)),
        new(
            new()
            {
                Name = "pupil_pseudonym",
                Type = ColumnType.Pseudonym,
                Meaning = "The child. The same in every table and export of one hub until its key is changed, and another in another authority's.",
                Source = Hub,
                Forms = ColumnForms.Pseudonymised,
            },
            (CsvLines line, in ExportedPupil row) => line.Word(row.Pseudonym)),
        new(
            new()
            {
                Name = "upn",
                Type = ColumnType.Text,
                Meaning = "The child's unique pupil number as the roll states it, also where it is faulty. Empty: none is known.",
                Source = Roll,
                Forms = ColumnForms.Identified,
            },
            (CsvLines line, in ExportedPupil row) => line.Text(row.Upn)),
        new(
            new()
            {
                Name = "date_of_birth",
                Type = ColumnType.Date,
                Meaning = "The child's date of birth.",
                Source = Roll,
                Forms = ColumnForms.Identified,
            },
            (CsvLines line, in ExportedPupil row) => line.Date(row.DateOfBirth)),
        new(
            new()
            {
                Name = "age",
                Type = ColumnType.WholeNumber,
                Unit = "years",
                Meaning = "The child's age on 31 August, before the school year that the window's last day falls in.",
                Source = Roll,
                Forms = ColumnForms.Pseudonymised,
            },
            (CsvLines line, in ExportedPupil row) => line.Number(row.Age)),
    ];
}
