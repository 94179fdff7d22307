using System.Security.Cryptography;
using Google.Protobuf;
using Grpc.Core;
using IntegrationHub.Contracts.Export.V1;
using IntegrationHub.Server.Tables;

namespace IntegrationHub.Server.Exports;

/// <summary>
/// Sends the CSV as it is written, a chunk at a time: it waits until the reader has taken the one before, so that neither a slow reader nor
/// a large table takes memory.
/// </summary>
internal sealed class ExportOutput(IServerStreamWriter<ExportTableResponse> stream, TimeSpan patience, TimeProvider clock) : IDisposable
{
    private const int ChunkBytes = 128 * 1024;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _bytes;

    public CsvLines Lines { get; } = new();

    /// <summary>Rows so far, without the line of names.</summary>
    public long Rows { get; private set; }

    /// <summary>Sends the header, and begins the CSV with the columns' names.</summary>
    public async Task BeginAsync(ExportHeader header, CancellationToken cancellationToken)
    {
        await SendAsync(new() { Header = header }, cancellationToken);
        foreach (var column in header.Columns)
            Lines.Word(column.ColumnName);
        Lines.EndLine();
    }

    /// <summary>Ends a row whose table calls <see cref="FlushIfFullAsync"/> now and then.</summary>
    public void EndRow()
    {
        Lines.EndLine();
        Rows++;
    }

    public ValueTask EndRowAsync(CancellationToken cancellationToken)
    {
        EndRow();
        return FlushIfFullAsync(cancellationToken);
    }

    public ValueTask FlushIfFullAsync(CancellationToken cancellationToken) =>
        Lines.Length < ChunkBytes ? ValueTask.CompletedTask : new ValueTask(FlushAsync(cancellationToken));

    /// <summary>Sends what is left, and the trailer by which the reader knows that nothing is missing.</summary>
    public async Task FinishAsync(int restrictedChildren, CancellationToken cancellationToken)
    {
        if (Lines.Length > 0)
            await FlushAsync(cancellationToken);
        var trailer = new ExportTrailer
        {
            RowCount = Rows,
            ByteCount = _bytes,
            Sha256 = ByteString.CopyFrom(_hash.GetHashAndReset()),
            RestrictedChildren = restrictedChildren,
        };
        await SendAsync(new() { Trailer = trailer }, cancellationToken);
    }

    public void Dispose()
    {
        Lines.Dispose();
        _hash.Dispose();
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        _hash.AppendData(Lines.Written.Span);
        _bytes += Lines.Length;
        // The message is in the connection's buffer when the write has ended, and then these bytes may be written over.
        await SendAsync(new() { Chunk = UnsafeByteOperations.UnsafeWrap(Lines.Written) }, cancellationToken);
        Lines.Clear();
    }

    /// <summary>The export reads one unchanging state of the database, which is kept for as long as it reads: a reader may not stop at will.</summary>
    private async Task SendAsync(ExportTableResponse message, CancellationToken cancellationToken)
    {
        using var waiting = new CancellationTokenSource(patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(waiting.Token, cancellationToken);
        await stream.WriteAsync(message, either.Token);
    }
}
