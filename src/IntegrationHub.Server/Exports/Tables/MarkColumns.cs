using System.Text.RegularExpressions;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Server.Attendance;
using IntegrationHub.Server.Tables;
using IntegrationHub.Storage.Attendance;

namespace IntegrationHub.Server.Exports.Tables;

/// <summary>One marked session, with what the mark carries beside its code.</summary>
internal readonly record struct MarkRow(MarkedSlot Mark, MarkDetail? Detail);

/// <summary>What is written of a mark.</summary>
internal static partial class MarkColumns
{
    private const string Register = "register";

    public static IReadOnlyList<Column<MarkRow>> All { get; } =
    [
        new(SessionColumns.Date, (CsvLines line, in MarkRow row) => line.Date(row.Mark.Date)),
        new(SessionColumns.Session, (CsvLines line, in MarkRow row) => line.Word(SessionColumns.Word(AcademicYear.SessionOf(row.Mark.Slot)))),
        new(
            new() { Name = "code", Type = ColumnType.Code, Meaning = "The statutory attendance code that counts, of either era.", Source = Register },
            (CsvLines line, in MarkRow row) => line.Word(SessionColumns.Word(row.Mark.Code))),
        new(
            new()
            {
                Name = "category",
                Type = ColumnType.Code,
                Meaning = $"What the code counts as: {SessionColumns.CategoryWords}.",
                Source = "code table",
            },
            (CsvLines line, in MarkRow row) => line.Word(SessionColumns.Word(row.Mark.Code.Category))),
        new(
            new() { Name = "is_possible", Type = ColumnType.Boolean, Meaning = "Counts as a possible session: attended or absent.", Source = "code table" },
            (CsvLines line, in MarkRow row) => line.Boolean(row.Mark.Code.IsPossible)),
        new(
            new()
            {
                Name = "is_attended",
                Type = ColumnType.Boolean,
                Meaning = "Counts as attended, at school or at an approved educational activity.",
                Source = "code table",
            },
            (CsvLines line, in MarkRow row) => line.Boolean(row.Mark.Code.IsAttended)),
        new(
            new() { Name = "minutes_late", Type = ColumnType.WholeNumber, Unit = "minutes", Meaning = "How late the child came. Empty: not given.", Source = Register },
            (CsvLines line, in MarkRow row) => line.Number(row.Detail?.MinutesLate)),
        new(SourceCode(ColumnForms.Identified, ""), (CsvLines line, in MarkRow row) => line.Text(row.Detail?.SourceCode)),
        new(
            SourceCode(ColumnForms.Pseudonymised, " What is longer than a code (two letters or signs and three digits) might be anything, and is left out."),
            (CsvLines line, in MarkRow row) => line.Text(row.Detail?.SourceCode is { } code && ShortCode().IsMatch(code) ? code : null)),
    ];

    private static ColumnDescription SourceCode(ColumnForms forms, string but) => new()
    {
        Name = "source_code",
        Type = ColumnType.Text,
        Meaning = $"The code of the school's own system, where it is another than the statutory one. Empty: it is the same.{but}",
        Source = Register,
        Forms = forms,
    };

    [GeneratedRegex(@"\A[^\d\s]{1,2}[0-9]{0,3}\z")]
    private static partial Regex ShortCode();
}
