using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Google.Protobuf;
using IntegrationHub.Contracts.Journal.V1;

namespace IntegrationHub.Server.Rebuild.JournalFiles;

/// <summary>Reads a journal's file: first whether it is whole, then its rows, one at a time.</summary>
/// <param name="file">The file, which the reader reads twice and does not dispose.</param>
internal sealed class JournalFileReader(Stream file)
{
    private const int BufferBytes = 64 * 1024;

    /// <summary>Checks the file to its last byte.</summary>
    /// <param name="read">Told how many bytes are read.</param>
    /// <exception cref="InvalidDataException">It is no journal's file, is damaged, or of a newer format. The message says which.</exception>
    public async Task<JournalFileHeader> CheckAsync(Action<long> read, CancellationToken cancellationToken)
    {
        var header = ReadHeader();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        file.Position = 0;
        var content = new StreamPart(file, file.Length - JournalFileFormat.HashBytes);
        var buffer = new byte[BufferBytes];
        for (var count = 0; (count = await content.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            hash.AppendData(buffer, 0, count);
            read(file.Position);
        }
        var expected = new byte[JournalFileFormat.HashBytes];
        await file.ReadExactlyAsync(expected, cancellationToken);
        return hash.GetHashAndReset().AsSpan().SequenceEqual(expected) ? header : throw Damaged();
    }

    /// <summary>The rows of a file that has been checked.</summary>
    public async IAsyncEnumerable<object> RowsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var header = ReadHeader();
        var packed = new StreamPart(file, file.Length - JournalFileFormat.HashBytes - file.Position);
        await using var rows = new BufferedStream(new GZipStream(packed, CompressionMode.Decompress), BufferBytes);
        for (var i = 0L; i < header.RowCount; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return RowsOfMessages.Of(JournalFileRow.Parser.ParseDelimitedFrom(rows));
        }
        if (rows.ReadByte() >= 0)
            throw Damaged();
    }

    private JournalFileHeader ReadHeader()
    {
        file.Position = 0;
        Span<byte> mark = stackalloc byte[JournalFileFormat.Mark.Length];
        if (file.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false) < mark.Length || !mark.SequenceEqual(JournalFileFormat.Mark))
            throw new InvalidDataException("The file is no journal that 'hub journal export' wrote.");
        var header = ParseHeader();
        if (header.Format > JournalFileFormat.Newest)
        {
            throw new InvalidDataException(
                $"The file has format {header.Format}, of hub {header.HubVersion}. This hub reads formats up to {JournalFileFormat.Newest}: use a newer one.");
        }
        return header.Format >= 1 && file.Length - file.Position > JournalFileFormat.HashBytes ? header : throw Damaged();
    }

    private JournalFileHeader ParseHeader()
    {
        try
        {
            return JournalFileHeader.Parser.ParseDelimitedFrom(file);
        }
        catch (InvalidProtocolBufferException exception)
        {
            throw Damaged(exception);
        }
    }

    private static InvalidDataException Damaged(Exception? cause = null) =>
        new("The file is damaged or not complete: its content does not fit the hash at its end. Export or copy it again.", cause);
}
