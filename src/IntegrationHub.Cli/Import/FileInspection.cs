using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace IntegrationHub.Cli.Import;

/// <summary>
/// A first look through a file, before anything of it is sent: its hash, which names it, and whether all of it is UTF-8. Half an
/// import of a file that turns out unreadable would help nobody.
/// </summary>
/// <param name="Hash">SHA-256 of its bytes.</param>
internal sealed record FileInspection(byte[] Hash)
{
    private const int Block = 1 << 16;

    /// <exception cref="CommandException">The file is not there, or not UTF-8.</exception>
    public static FileInspection Of(string path)
    {
        if (!File.Exists(path))
            throw CommandException.WrongUsage($"There is no file {path}.");
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, Block, FileOptions.SequentialScan);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[Block];
        var (kept, line) = (0, 1L);
        for (int read; (read = stream.Read(buffer, kept, Block - kept)) > 0;)
        {
            hash.AppendData(buffer, kept, read);
            var filled = buffer.AsSpan(0, kept + read);
            if (stream.Position == read)
                RequireNoUtf16(path, filled);
            var whole = filled[..^Unfinished(filled)];
            if (!Utf8.IsValid(whole) || whole.Contains((byte)0))
                throw NotUtf8(path, line + LinesBeforeFault(whole));
            line += whole.Count((byte)'\n');
            kept = filled.Length - whole.Length;
            filled[whole.Length..].CopyTo(buffer);
        }
        return kept == 0 ? new FileInspection(hash.GetHashAndReset()) : throw NotUtf8(path, line);
    }

    /// <summary>How many bytes at the end belong to a character whose rest is in the next block.</summary>
    private static int Unfinished(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var b = bytes[^back];
            if ((b & 0b1100_0000) == 0b1000_0000)
                continue;
            var length = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : b >= 0xC0 ? 2 : 1;
            return length > back ? back : 0;
        }
        return 0;
    }

    private static long LinesBeforeFault(ReadOnlySpan<byte> bytes)
    {
        var lines = 0L;
        while (Rune.DecodeFromUtf8(bytes, out var rune, out var length) == System.Buffers.OperationStatus.Done && rune.Value != 0)
        {
            lines += rune.Value == '\n' ? 1 : 0;
            bytes = bytes[length..];
        }
        return lines;
    }

    private static void RequireNoUtf16(string path, ReadOnlySpan<byte> start)
    {
        if (start.StartsWith<byte>([0xFF, 0xFE]) || start.StartsWith<byte>([0xFE, 0xFF]))
            throw CommandException.WrongUsage($"{path} is UTF-16. Save it as \"CSV UTF-8\", and import that.");
    }

    private static CommandException NotUtf8(string path, long line) => CommandException.WrongUsage(
        $"{path} is not UTF-8: line {line:N0} holds bytes that are no character. Save it as \"CSV UTF-8\", and import that.");
}
