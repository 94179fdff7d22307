using IntegrationHub.Contracts.Export.V1;
using IntegrationHub.Server.Attendance;
using IntegrationHub.Server.Tables;
using IntegrationHub.Storage.Attendance;

namespace IntegrationHub.Server.Exports.Tables;

/// <summary>A row for each enrolment and session with a mark.</summary>
/// <remarks>
/// A city's year is four million rows, so what is the same in all rows of an enrolment is written once and copied, and nothing of a mark
/// becomes a string.
/// </remarks>
internal sealed class MarksTable : IExportedTable
{
    public ExportedTable Id => ExportedTable.Marks;

    public TableDescription About { get; } = new(
        "marks",
        "A row for each main or subsidiary enrolment and session of the window with a mark, within the enrolment's dates. "
        + "A session without a row is not marked: it is not an absence.",
        [.. EnrolmentColumns.Keys.Select(x => x.About), .. MarkColumns.All.Select(x => x.About)]);

    public async Task WriteAsync(ExportScope scope, ExportOutput output, CancellationToken cancellationToken)
    {
        var (keys, columns) = (EnrolmentColumns.Keys.In(scope.Form), MarkColumns.All.In(scope.Form));
        using var prefix = new CsvLines();
        await foreach (var school in new ExportedSchools(scope) { WithDetails = true }.ReadAsync(cancellationToken))
        {
            foreach (var enrolment in school.Enrolments)
            {
                prefix.Clear();
                keys.Write(prefix, enrolment);
                WriteMarks(output, columns, prefix.Written.Span, enrolment.Marks, school.Read.Details);
                await output.FlushIfFullAsync(cancellationToken);
            }
        }
    }

    private static void WriteMarks(
        ExportOutput output, IReadOnlyList<Column<MarkRow>> columns, ReadOnlySpan<byte> prefix, WindowMarks marks,
        IReadOnlyDictionary<(StripKey Strip, int Slot), MarkDetail> details)
    {
        foreach (var mark in marks.Marked())
        {
            output.Lines.Values(prefix);
            columns.Write(output.Lines, new MarkRow(mark, details.GetValueOrDefault((mark.Strip, mark.Slot))));
            output.EndRow();
        }
    }
}
