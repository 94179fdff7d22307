using IntegrationHub.Contracts.Export.V1;
using IntegrationHub.Server.Tables;

namespace IntegrationHub.Server.Exports;

/// <summary>A table that can be exported. It holds nothing of its own.</summary>
internal interface IExportedTable
{
    ExportedTable Id { get; }

    TableDescription About { get; }

    /// <summary>Writes the rows, school by school, in an order that the snapshot and the key of pseudonyms alone decide.</summary>
    Task WriteAsync(ExportScope scope, ExportOutput output, CancellationToken cancellationToken);
}
