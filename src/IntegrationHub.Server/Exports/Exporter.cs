using Grpc.Core;
using IntegrationHub.Contracts.Export.V1;
using IntegrationHub.Domain;
using IntegrationHub.Server.Attendance;
using IntegrationHub.Server.Attendance.Summaries;
using IntegrationHub.Server.Errors;
using IntegrationHub.Server.Tables;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Server.Exports;

/// <summary>Makes exports, each from one unchanging state of the hub, and logs each.</summary>
internal sealed partial class Exporter(
    KnownMoments moments, AttendanceStore store, FolderKey key, IOptions<HubOptions> options, TimeProvider clock, ILogger<Exporter> logger)
{
    /// <exception cref="RpcException">The moment has not come, there is no such term, or the key of pseudonyms cannot be used.</exception>
    public async Task RunAsync(ExportOrder order, IServerStreamWriter<ExportTableResponse> stream, CancellationToken cancellationToken)
    {
        var pseudonyms = order.Form == ColumnForms.Identified ? null : new Pseudonyms(Key(), order.Caller.Authority);
        await using var snapshot = await moments.BeginReadAsync(order.KnownAt, cancellationToken);
        var window = order.TermName.Length == 0
            ? order.Window
            : await RequestedTerm.FindAsync(snapshot.Known, order.Caller.Authority, order.TermName, order.Window.To, cancellationToken);
        var scope = await ExportScope.BeginAsync(order, window, snapshot, store, pseudonyms, cancellationToken);
        using var output = new ExportOutput(stream, options.Value.Exports.ReaderPatience, clock);
        try
        {
            await output.BeginAsync(HeaderOf(order, scope), cancellationToken);
            await order.Table.WriteAsync(scope, output, cancellationToken);
            await output.FinishAsync(scope.RestrictedChildren, cancellationToken);
        }
        catch
        {
            LogBrokenOff(order.Caller.System, order.Table.About.Name, order.Form, output.Rows, snapshot.Position);
            throw;
        }
        LogDone(order.Caller.System, order.Table.About.Name, order.Form, output.Rows, snapshot.Position);
    }

    private ExportHeader HeaderOf(ExportOrder order, ExportScope scope)
    {
        var header = new ExportHeader
        {
            Table = order.Table.Id,
            Form = order.Form.ToContract(),
            Window = scope.Window.ToMessage(),
            Position = scope.Snapshot.Position,
            MakeTime = clock.GetUtcNow().UtcDateTime.ToTimestamp(),
        };
        header.Columns.AddRange(order.Table.About.Columns.Where(x => (x.Forms & order.Form) != 0).Select(x => x.ToMessage()));
        return header;
    }

    private byte[] Key() => key.ReadOrMake(out var fault)
        ?? throw RpcErrors.Create(StatusCode.FailedPrecondition, Reason.PseudonymKeyUnusable, $"The key of pseudonyms cannot be used: {fault}");

    [LoggerMessage(1, LogLevel.Information, "{System} exported {Table}, {Form}: {Rows} rows as known at position {Position}")]
    private partial void LogDone(string system, string table, ColumnForms form, long rows, long position);

    [LoggerMessage(2, LogLevel.Warning, "An export by {System} of {Table}, {Form}, as known at position {Position} was broken off after {Rows} rows")]
    private partial void LogBrokenOff(string system, string table, ColumnForms form, long rows, long position);
}
