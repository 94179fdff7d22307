using Grpc.Core;
using IntegrationHub.Contracts.Export.V1;
using IntegrationHub.Domain;
using IntegrationHub.Domain.Identity;
using IntegrationHub.Server.Attendance;
using IntegrationHub.Server.Errors;
using IntegrationHub.Server.Security;
using IntegrationHub.Server.Tables;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Server.Exports;

/// <summary>Reads what requests want exported.</summary>
internal sealed class RequestedExport(IOptions<HubOptions> options, TimeProvider clock)
{
    /// <exception cref="RpcException">A field cannot be read, or an identified export lacks its person or purpose.</exception>
    public ExportOrder Read(ExportTableRequest request, Caller caller)
    {
        var form = FormOf(request.Form);
        if (form == ColumnForms.Identified)
            RequireReason(caller);
        if (request.TermName.Length > 0 && request.Window?.StartDate is not null)
            throw RpcErrors.InvalidArgument(Reason.InvalidArgument, "A term begins by itself: leave the first day out.", "window.start_date");
        return new()
        {
            Caller = caller,
            Table = ExportTables.Exported.FirstOrDefault(x => x.Id == request.Table)
                ?? throw RpcErrors.InvalidArgument(Reason.InvalidArgument, "Name one of the tables that DescribeExports lists.", "table"),
            Form = form,
            Window = RequestedWindow.Read(request.Window, clock.Today(options.Value.TimeZone)),
            TermName = request.TermName.Trim(),
            School = request.SchoolLaestab.Length == 0 ? null : SchoolOf(request.SchoolLaestab),
            KnownAt = request.KnownAt,
        };
    }

    private static ColumnForms FormOf(ExportForm form) => form switch
    {
        ExportForm.Unspecified or ExportForm.Pseudonymised => ColumnForms.Pseudonymised,
        ExportForm.Identified => ColumnForms.Identified,
        _ => throw RpcErrors.InvalidArgument(Reason.InvalidArgument, "Export pseudonymised, or identified.", "form"),
    };

    private static int SchoolOf(string text) => Laestab.TryParse(text, out var laestab)
        ? laestab.Value
        : throw RpcErrors.InvalidArgument(Reason.InvalidLaestab, "A DfE number (LAESTAB) has seven digits, for example 8514001.", "school_laestab");

    private static void RequireReason(Caller caller)
    {
        if (string.IsNullOrWhiteSpace(caller.Person))
            throw Missing(Reason.PersonNeeded, $"Who takes identified data? Name the person in the metadata {CallerResolver.PersonHeader}.");
        if (string.IsNullOrWhiteSpace(caller.Purpose))
            throw Missing(Reason.PurposeNeeded, $"What are identified data taken for? State it in the metadata {CallerResolver.PurposeHeader}.");
    }

    private static RpcException Missing(string reason, string message) => RpcErrors.Create(StatusCode.InvalidArgument, reason, message);
}
