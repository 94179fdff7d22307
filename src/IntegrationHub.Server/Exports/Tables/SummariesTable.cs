using IntegrationHub.Contracts.Export.V1;
using IntegrationHub.Server.Tables;

namespace IntegrationHub.Server.Exports.Tables;

/// <summary>A row for each enrolment: its sessions counted, as the Department counts, and what the roll says.</summary>
internal sealed class SummariesTable : IExportedTable
{
    public ExportedTable Id => ExportedTable.Summaries;

    public TableDescription About { get; } = new(
        "summaries",
        "A row for each main and subsidiary enrolment that the window touches, also without a mark: its sessions within the window and its "
        + "dates, counted as the Department for Education counts. Add sessions up and divide: means of the percentages are wrong.",
        [.. SummaryColumns.All.Select(x => x.About)]);

    public async Task WriteAsync(ExportScope scope, ExportOutput output, CancellationToken cancellationToken)
    {
        var (columns, ranges) = (SummaryColumns.All.In(scope.Form), scope.Window.SlotRanges);
        await foreach (var school in new ExportedSchools(scope).ReadAsync(cancellationToken))
        {
            foreach (var enrolment in school.Enrolments)
            {
                columns.Write(output.Lines, EnrolmentSummary.Of(enrolment, ranges));
                await output.EndRowAsync(cancellationToken);
            }
        }
    }
}
