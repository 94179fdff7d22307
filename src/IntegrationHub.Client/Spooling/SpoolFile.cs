using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace IntegrationHub.Client.Spooling;

/// <summary>One file of a spool, named by the number of its first submission. Guarded by its owner's lock; only <see cref="Flush"/> needs none.</summary>
internal sealed class SpoolFile : IDisposable
{
    public const string Pattern = "*.spool";

    private readonly FileStream _stream;

    private SpoolFile(string path, FileMode mode, long first)
    {
        FileStreamOptions options = new() { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.Read, BufferSize = 0 };
        if (mode == FileMode.CreateNew && !OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        _stream = new FileStream(path, options);
        Path = path;
        First = first;
        Last = first - 1;
        Length = _stream.Length;
    }

    public string Path { get; }

    /// <summary>The number of its first submission, which may be still to come.</summary>
    public long First { get; }

    /// <summary>The number of its last submission; the one before <see cref="First"/> while there is none.</summary>
    public long Last { get; set; }

    public long Length { get; private set; }

    private SafeFileHandle Handle => _stream.SafeFileHandle;

    /// <summary>A new file, on disk with its start.</summary>
    public static SpoolFile Create(string folder, long first, SpoolStart start)
    {
        SpoolFile file = new(System.IO.Path.Combine(folder, $"{first.ToString("D20", CultureInfo.InvariantCulture)}.spool"), FileMode.CreateNew, first);
        file.Append(SpoolKind.Start, first, start.ToBytes());
        file.Flush();
        return file;
    }

    /// <summary>A file that is there. Null when its name is not that of a spool's file.</summary>
    public static SpoolFile? Open(string path) =>
        long.TryParse(System.IO.Path.GetFileNameWithoutExtension(path), NumberStyles.None, CultureInfo.InvariantCulture, out long first)
            ? new SpoolFile(path, FileMode.Open, first)
            : null;

    /// <summary>Puts a record at the end. When that fails the file is as it was.</summary>
    public void Append(SpoolKind kind, long number, ReadOnlySpan<byte> body)
    {
        byte[] bytes = SpoolRecord.Encode(kind, number, body);
        try
        {
            RandomAccess.Write(Handle, bytes, Length);
        }
        catch (IOException)
        {
            RandomAccess.SetLength(Handle, Length);
            throw;
        }

        Length += bytes.Length;
        if (kind == SpoolKind.Submission)
            Last = number;
    }

    /// <summary>Returns when everything appended is on the disk itself.</summary>
    public void Flush() => RandomAccess.FlushToDisk(Handle);

    public SpoolRead Read(long offset, out SpoolRecord record)
    {
        record = default;
        long left = Length - offset;
        if (left < SpoolRecord.HeaderBytes)
            return left == 0 ? SpoolRead.End : SpoolRead.Torn;

        Span<byte> header = stackalloc byte[SpoolRecord.HeaderBytes];
        Fill(header, offset);
        if (!SpoolRecord.TryReadLength(header, out int length))
            return IsBlankFrom(offset) ? SpoolRead.Torn : SpoolRead.Damaged;
        if (left - SpoolRecord.HeaderBytes < length)
            return SpoolRead.Torn;

        byte[] body = new byte[length];
        Fill(body, offset + SpoolRecord.HeaderBytes);
        return SpoolRecord.TryDecode(header, body, out record) ? SpoolRead.Record : SpoolRead.Damaged;
    }

    /// <summary>Drops what is behind a place.</summary>
    public void CutAt(long offset)
    {
        RandomAccess.SetLength(Handle, offset);
        Length = offset;
        Flush();
    }

    public void Delete()
    {
        Dispose();
        File.Delete(Path);
    }

    public void Dispose() => _stream.Dispose();

    // A power cut may leave a file grown, but not yet filled.
    private bool IsBlankFrom(long offset)
    {
        byte[] rest = new byte[4096];
        for (; offset < Length; offset += rest.Length)
        {
            Span<byte> piece = rest.AsSpan(0, (int)Math.Min(rest.Length, Length - offset));
            Fill(piece, offset);
            if (piece.ContainsAnyExcept((byte)0))
                return false;
        }

        return true;
    }

    private void Fill(Span<byte> bytes, long offset)
    {
        while (bytes.Length > 0)
        {
            int read = RandomAccess.Read(Handle, bytes, offset);
            if (read == 0)
                throw new EndOfStreamException($"{Path} is shorter than it was.");
            bytes = bytes[read..];
            offset += read;
        }
    }
}
