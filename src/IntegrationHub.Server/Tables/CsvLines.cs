using System.Buffers;
using System.Globalization;
using System.Text;

namespace IntegrationHub.Server.Tables;

/// <summary>
/// Lines of CSV as RFC 4180 has them, in a pooled buffer of UTF-8: values are written as bytes and make no strings. The same everywhere,
/// whatever the machine's language.
/// </summary>
/// <remarks>
/// A text that a spreadsheet would run as a formula gets an apostrophe before it, and so does one that begins with an apostrophe, so that
/// taking one apostrophe away always gives the text back. Numbers, dates and words of the hub's own are written as they are.
/// </remarks>
public sealed class CsvLines : IDisposable
{
    private const int FirstSize = 4096;
    private const int MostNumberBytes = 32;

    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",;\"\t\r\n");

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int _length;
    private bool _inLine;

    /// <summary>What has been written since <see cref="Clear"/>. Good until something more is written.</summary>
    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, _length);

    /// <summary>How much has been written since <see cref="Clear"/>, in bytes.</summary>
    public int Length => _length;

    /// <summary>An empty value: not known, or not given.</summary>
    public void Empty() => Begin(0);

    /// <summary>A whole number; null: empty.</summary>
    public void Number(long? value) => Formatted(value, default);

    /// <summary>A number with a point, in the fewest digits that give the same number back; null: empty.</summary>
    public void DecimalNumber(double? value) => Formatted(value, default);

    /// <summary>A day, 2025-09-12; null: empty.</summary>
    public void Date(DateOnly? value) => Formatted(value, "O");

    /// <summary>An instant in UTC to the second, 2025-09-12T08:45:00Z; null: empty.</summary>
    public void Time(DateTime? utc) => Formatted(utc, "yyyy-MM-dd'T'HH:mm:ss'Z'");

    /// <summary>true or false; null: empty.</summary>
    public void Boolean(bool? value) => Word(value switch { true => "true"u8, false => "false"u8, null => default });

    /// <summary>Bytes that need no quotes and that no spreadsheet runs: words and codes of the hub's own.</summary>
    public void Word(ReadOnlySpan<byte> word)
    {
        Begin(word.Length);
        word.CopyTo(_buffer.AsSpan(_length));
        _length += word.Length;
    }

    /// <summary>A word of the hub's own, in ASCII.</summary>
    public void Word(string word)
    {
        Begin(word.Length);
        _length += Encoding.ASCII.GetBytes(word, _buffer.AsSpan(_length));
    }

    /// <summary>Text that somebody wrote, quoted and made harmless where it needs to be; null: empty.</summary>
    public void Text(string? value)
    {
        var text = value.AsSpan();
        // Every character might be a quotation mark, and is at most three bytes.
        Begin((3 * text.Length) + text.Count('"') + 3);
        var quoted = text.ContainsAny(NeedQuotes) || (text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])));
        if (quoted)
            Put((byte)'"');
        if (MustBeMadeHarmless(text))
            Put((byte)'\'');
        Append(text);
        if (quoted)
            Put((byte)'"');
    }

    /// <summary>Values of a line that were written elsewhere before, with the commas between them.</summary>
    public void Values(ReadOnlySpan<byte> written)
    {
        if (written.Length > 0)
            Word(written);
    }

    public void EndLine()
    {
        Reserve(2);
        Put((byte)'\r');
        Put((byte)'\n');
        _inLine = false;
    }

    /// <summary>Forgets what has been written, and keeps the room for it.</summary>
    public void Clear() => (_length, _inLine) = (0, false);

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    /// <summary>Spreadsheets drop spaces before they look, and take the wide signs of eastern keyboards for the narrow ones.</summary>
    private static bool MustBeMadeHarmless(ReadOnlySpan<char> text) =>
        text.Length > 0 && (text[0] is '\t' or '\r' or '\n' or '\''
            || text.TrimStart() is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..]);

    private void Append(ReadOnlySpan<char> text)
    {
        for (var mark = text.IndexOf('"'); mark >= 0; mark = text.IndexOf('"'))
        {
            _length += Encoding.UTF8.GetBytes(text[..(mark + 1)], _buffer.AsSpan(_length));
            Put((byte)'"');
            text = text[(mark + 1)..];
        }
        _length += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_length));
    }

    private void Formatted<T>(T? value, ReadOnlySpan<char> format)
        where T : struct, IUtf8SpanFormattable
    {
        Begin(MostNumberBytes);
        if (value is not { } known)
            return;
        if (!known.TryFormat(_buffer.AsSpan(_length), out var written, format, CultureInfo.InvariantCulture))
            throw new InvalidOperationException($"A value of type {typeof(T).Name} takes more than {MostNumberBytes} bytes.");
        _length += written;
    }

    /// <summary>Begins a value: a comma where it is not the line's first, and room for its bytes.</summary>
    private void Begin(int bytes)
    {
        Reserve(bytes + 1);
        if (_inLine)
            Put((byte)',');
        _inLine = true;
    }

    private void Put(byte value) => _buffer[_length++] = value;

    private void Reserve(int bytes)
    {
        if (_buffer.Length - _length >= bytes)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * _buffer.Length, _length + bytes));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
