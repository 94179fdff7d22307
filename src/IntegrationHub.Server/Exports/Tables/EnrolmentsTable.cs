using IntegrationHub.Contracts.Export.V1;
using IntegrationHub.Server.Tables;

namespace IntegrationHub.Server.Exports.Tables;

/// <summary>A row for each enrolment: what the roll says.</summary>
internal sealed class EnrolmentsTable : IExportedTable
{
    private static readonly IReadOnlyList<Column<ExportedEnrolment>> Columns =
        [.. EnrolmentColumns.Keys, .. EnrolmentColumns.Stay, .. CharacteristicColumns.All];

    public ExportedTable Id => ExportedTable.Enrolments;

    public TableDescription About { get; } = new(
        "enrolments",
        "A row for each main and subsidiary enrolment that the window touches: what the roll says. A child who went to two schools has two rows.",
        [.. Columns.Select(x => x.About)]);

    public async Task WriteAsync(ExportScope scope, ExportOutput output, CancellationToken cancellationToken)
    {
        var columns = Columns.In(scope.Form);
        await foreach (var school in new ExportedSchools(scope).ReadAsync(cancellationToken))
        {
            foreach (var enrolment in school.Enrolments)
            {
                columns.Write(output.Lines, enrolment);
                await output.EndRowAsync(cancellationToken);
            }
        }
    }
}
