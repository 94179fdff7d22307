using Grpc.Core;
using IntegrationHub.Contracts.Export.V1;
using IntegrationHub.Domain;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Identity;
using IntegrationHub.Server.Attendance;
using IntegrationHub.Server.Errors;
using IntegrationHub.Server.Schools;
using IntegrationHub.Server.Security;
using IntegrationHub.Server.Tables;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Server.Exports;

/// <summary>Reads what requests want exported.</summary>
internal sealed class RequestedExport(TermDates terms, IOptions<HubOptions> options, TimeProvider clock)
{
    /// <exception cref="RpcException">A field cannot be read, or an identified export lacks its person or purpose.</exception>
    public async Task<ExportOrder> ReadAsync(ExportTableRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var form = FormOf(request.Form);
        if (form == ColumnForms.Identified)
            RequireReason(caller);
        int? school = request.SchoolLaestab.Length == 0 ? null : SchoolOf(request.SchoolLaestab);
        return new()
        {
            Caller = caller,
            Table = ExportTables.Exported.FirstOrDefault(x => x.Id == request.Table)
                ?? throw RpcErrors.InvalidArgument(Reason.InvalidArgument, "Name one of the tables that DescribeExports lists.", "table"),
            Form = form,
            Window = await WindowAsync(request, caller, school, cancellationToken),
            School = school,
            KnownAt = request.KnownAt,
        };
    }

    private async Task<AttendanceWindow> WindowAsync(ExportTableRequest request, Caller caller, int? school, CancellationToken cancellationToken)
    {
        var today = clock.Today(options.Value.TimeZone);
        if (request.Term.Length == 0)
            return RequestedWindow.Read(request.Window, today);
        if (request.Window is { StartDate: not null } or { EndDate: not null })
            throw RpcErrors.InvalidArgument(Reason.InvalidArgument, "Name a term, or give dates.", "term");
        return await terms.FindAsync(caller.Authority, school, request.Term, today, cancellationToken)
            ?? throw RpcErrors.NotFound(Reason.TermUnknown, "The calendar has no term of this name that has begun. Give dates instead.");
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
