using IntegrationHub.Contracts.Export.V1;
using IntegrationHub.Server.Exports.Flags;
using IntegrationHub.Server.Tables;

namespace IntegrationHub.Server.Exports.Tables;

/// <summary>A row for each flag.</summary>
internal sealed class FlagsTable : IExportedTable
{
    public ExportedTable Id => ExportedTable.Flags;

    public TableDescription About { get; } = new(
        "flags",
        "A row for each flag that stood open on a day of the window: a chronically absent child without a lead or a plan, or of whom that is "
        + "not known. A child with several has several rows.",
        [.. FlagColumns.All.Select(x => x.About)]);

    public async Task WriteAsync(ExportScope scope, ExportOutput output, CancellationToken cancellationToken)
    {
        var columns = FlagColumns.All.In(scope.Form);
        foreach (var flag in await new FlagReader(scope).ReadAsync(cancellationToken))
        {
            columns.Write(output.Lines, flag);
            await output.EndRowAsync(cancellationToken);
        }
    }
}
