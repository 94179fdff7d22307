using IntegrationHub.Server.Exports.Tables;
using IntegrationHub.Server.Tables;

namespace IntegrationHub.Server.Exports;

/// <summary>The tables that can be exported, as they are declared.</summary>
public static class ExportTables
{
    private static readonly IExportedTable[] All =
        [new MarksTable(), new EnrolmentsTable(), new SummariesTable(), new ThresholdsTable(), new FlagsTable(), new MarkChangesTable()];

    /// <summary>The tables with their columns, in the order in which documents tell of them.</summary>
    public static IReadOnlyList<TableDescription> Tables { get; } = [.. All.Select(x => x.About)];

    internal static IReadOnlyList<IExportedTable> Exported => All;
}
