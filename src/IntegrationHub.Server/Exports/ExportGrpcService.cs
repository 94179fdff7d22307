using Grpc.Core;
using IntegrationHub.Contracts.Export.V1;
using IntegrationHub.Server.Security;

namespace IntegrationHub.Server.Exports;

internal sealed class ExportGrpcService(RequestedExport requests, Exporter exporter, CallerResolver callers) : ExportService.ExportServiceBase
{
    public override Task ExportTable(
        ExportTableRequest request, IServerStreamWriter<ExportTableResponse> responseStream, ServerCallContext context)
    {
        var order = requests.Read(request, callers.Resolve(context));
        return exporter.RunAsync(order, responseStream, context.CancellationToken);
    }

    public override Task<DescribeExportsResponse> DescribeExports(DescribeExportsRequest request, ServerCallContext context)
    {
        _ = callers.Resolve(context);
        var response = new DescribeExportsResponse();
        response.Tables.AddRange(ExportTables.Exported.Select(x => x.ToMessage()));
        return Task.FromResult(response);
    }
}
