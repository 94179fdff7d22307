using System.IO.Compression;
using System.Security.Cryptography;
using Google.Protobuf;
using IntegrationHub.Contracts.Journal.V1;

namespace IntegrationHub.Server.Rebuild.JournalFiles;

/// <summary>Writes a journal's file from its beginning to its end, holding one row at a time.</summary>
internal static class JournalFileWriter
{
    private const int BufferBytes = 64 * 1024;
    private const int RowsBetweenReports = 1000;

    /// <param name="rows">As many as the header says.</param>
    /// <param name="written">Told now and then how many rows are written.</param>
    public static async Task WriteAsync(
        Stream file, JournalFileHeader header, IAsyncEnumerable<object> rows, Action<long> written, CancellationToken cancellationToken)
    {
        using var hash = SHA256.Create();
        await using (var hashed = new CryptoStream(file, hash, CryptoStreamMode.Write, leaveOpen: true))
        {
            hashed.Write(JournalFileFormat.Mark);
            header.WriteDelimitedTo(hashed);
            await using var packed = new BufferedStream(new GZipStream(hashed, CompressionLevel.Optimal, leaveOpen: true), BufferBytes);
            var count = 0L;
            await foreach (var row in rows.WithCancellation(cancellationToken))
            {
                RowMessages.Of(row).WriteDelimitedTo(packed);
                if (++count % RowsBetweenReports == 0 || count == header.RowCount)
                    written(count);
            }
        }
        await file.WriteAsync(hash.Hash, cancellationToken);
    }
}
