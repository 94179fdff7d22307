using IntegrationHub.Domain.Attendance;
using IntegrationHub.Server.Tables;

namespace IntegrationHub.Server.Exports.Tables;

/// <summary>What is written of a mark that took another's place. Nobody is named, neither child nor who amended.</summary>
internal static class MarkChangeColumns
{
    private const string Register = "register";

    public static IReadOnlyList<Column<MarkChangeRow>> All { get; } =
    [
        new(SessionColumns.Date, (CsvLines line, in MarkChangeRow row) => line.Date(row.Date)),
        new(SessionColumns.Session, (CsvLines line, in MarkChangeRow row) => line.Word(SessionColumns.Word(AcademicYear.SessionOf(row.Change.Slot)))),
        new(
            Code("previous_code", "The code that counted until then. Empty: the mark had been withdrawn."),
            (CsvLines line, in MarkChangeRow row) => line.Word(WordOf(row.Change.PreviousCode))),
        new(
            Code("code", "The code that counts from then on. Empty: the mark was withdrawn."),
            (CsvLines line, in MarkChangeRow row) => line.Word(WordOf(row.Change.Code))),
        new(
            new()
            {
                Name = "record_time",
                Type = ColumnType.Time,
                Meaning = "When the new mark was made at the school. Empty: not given, or not believed.",
                Source = Register,
            },
            (CsvLines line, in MarkChangeRow row) => line.Time(row.Change.RecordTime)),
        new(
            new() { Name = "received_time", Type = ColumnType.Time, Meaning = "When the hub received the register.", Source = "hub" },
            (CsvLines line, in MarkChangeRow row) => line.Time(row.ReceivedTime)),
        new(
            new() { Name = "position", Type = ColumnType.WholeNumber, Meaning = "The register's journal position: known_at, one less, shows the record before.", Source = "hub" },
            (CsvLines line, in MarkChangeRow row) => line.Number(row.Change.Position)),
        new(
            new() { Name = "is_amendment", Type = ColumnType.Boolean, Meaning = "The school's system sent it as an amendment of an entry.", Source = Register },
            (CsvLines line, in MarkChangeRow row) => line.Boolean(row.Change.Amendment is not null)),
        new(
            new() { Name = "amend_time", Type = ColumnType.Time, Meaning = "When the entry was amended, as the amendment says. Empty: not given.", Source = Register },
            (CsvLines line, in MarkChangeRow row) => line.Time(row.Change.Amendment?.AmendTime)),
        new(
            new()
            {
                Name = "reason",
                Type = ColumnType.Text,
                Meaning = "Why, in the school's words. Empty: not given.",
                Source = Register,
                Forms = ColumnForms.Identified,
            },
            (CsvLines line, in MarkChangeRow row) => line.Text(row.Change.Amendment?.Reason)),
    ];

    private static ColumnDescription Code(string name, string meaning) => new() { Name = name, Type = ColumnType.Code, Meaning = meaning, Source = Register };

    private static ReadOnlySpan<byte> WordOf(byte code) => SessionColumns.Word(AttendanceCode.FromIndex(code));
}
