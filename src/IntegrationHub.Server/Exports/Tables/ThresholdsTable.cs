using IntegrationHub.Contracts.Export.V1;
using IntegrationHub.Server.Exports.Spells;
using IntegrationHub.Server.Tables;

namespace IntegrationHub.Server.Exports.Tables;

/// <summary>A row for each time that a child met a threshold.</summary>
internal sealed class ThresholdsTable : IExportedTable
{
    public ExportedTable Id => ExportedTable.Thresholds;

    public TableDescription About { get; } = new(
        "thresholds",
        "A row for each time that nightly runs found a child to meet a threshold, and which lasted on a day of the window. A child who meets "
        + "several has several rows; one who met it, did not, and met it again has two. The hub says that a threshold is met, and decides nothing.",
        [.. ThresholdColumns.All.Select(x => x.About)]);

    public async Task WriteAsync(ExportScope scope, ExportOutput output, CancellationToken cancellationToken)
    {
        var columns = ThresholdColumns.All.In(scope.Form);
        await foreach (var spell in new SpellReader(scope).ReadAsync(cancellationToken))
        {
            columns.Write(output.Lines, spell);
            await output.EndRowAsync(cancellationToken);
        }
    }
}
