using System.Security.Cryptography;
using Grpc.Core;
using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Contracts.Export.V1;
using IntegrationHub.Server.Tests.Tables;
using static IntegrationHub.Server.Tests.Roll.RollBuilder;

namespace IntegrationHub.Server.Tests.Exports;

/// <summary>An analyst, who takes tables through the contract and checks that they are whole.</summary>
internal sealed class ExportDesk(TestHub hub)
{
    public static readonly Metadata Reason = new() { { "hub-person", "Ana Lyst" }, { "hub-purpose", "attendance board" } };

    public ExportService.ExportServiceClient Service { get; } = new(hub.Channel);

    /// <summary>Over the school year 2021/22, and some days before.</summary>
    public static AttendanceWindow WholeYear => new() { StartDate = Date(new(2021, 7, 1)), EndDate = Date(new(2022, 7, 31)) };

    public Task<TakenTable> IdentifiedAsync(ExportedTable table, Action<ExportTableRequest>? change = null) =>
        TakeAsync(table, x => { x.Form = ExportForm.Identified; change?.Invoke(x); }, Reason);

    public async Task<TakenTable> TakeAsync(ExportedTable table, Action<ExportTableRequest>? change = null, Metadata? metadata = null)
    {
        var request = new ExportTableRequest { Table = table, Window = WholeYear };
        change?.Invoke(request);
        using var call = Service.ExportTable(request, metadata);
        var parts = await call.ResponseStream.ReadAllAsync().ToListAsync();
        parts[0].PartCase.ShouldBe(ExportTableResponse.PartOneofCase.Header);
        parts[^1].PartCase.ShouldBe(ExportTableResponse.PartOneofCase.Trailer);
        parts[1..^1].ShouldAllBe(x => x.PartCase == ExportTableResponse.PartOneofCase.Chunk);
        return new TakenTable(parts[0].Header, [.. parts[1..^1].SelectMany(x => x.Chunk)], parts[^1].Trailer);
    }
}

/// <summary>A table that has arrived.</summary>
internal sealed class TakenTable
{
    public TakenTable(ExportHeader header, byte[] bytes, ExportTrailer trailer)
    {
        (Header, Bytes, Trailer) = (header, bytes, trailer);
        var csv = ParsedCsv.Of(bytes);
        csv.Columns.ShouldBe(header.Columns.Select(x => x.ColumnName));
        (trailer.ByteCount, trailer.RowCount).ShouldBe((bytes.Length, csv.Rows.Count));
        trailer.Sha256.ToByteArray().ShouldBe(SHA256.HashData(bytes));
        Rows = csv.Rows;
    }

    public ExportHeader Header { get; }

    public byte[] Bytes { get; }

    public ExportTrailer Trailer { get; }

    public IReadOnlyList<CsvRow> Rows { get; }

    public IEnumerable<string> Column(string name) => Rows.Select(x => x[name]);
}
