using CsvHelper;

namespace IntegrationHub.Cli.Import;

/// <summary>A file, read row by row: no more than a buffer of it is in memory, however long it is.</summary>
internal sealed class CsvFile : IDisposable
{
    private readonly CsvReader _reader;
    private readonly Dictionary<CsvColumn, int> _places = [];
    private readonly Dictionary<long, CsvMalformedReason> _malformed = [];

    private CsvFile(string path, CsvLayout layout)
    {
        Path = path;
        Layout = layout;
        Length = new FileInfo(path).Length;
        _reader = CsvReader.FromFile(path, new CsvReaderOptions
        {
            Separator = ',',
            TrimWhitespace = true,
            TrimInsideQuotes = true,
            TrackLineNumbers = true,
            // None of our values spans lines: a quotation mark that is never closed then spoils its own row and no other.
            AllowLineBreaksInQuotes = false,
            MaxRecordSize = 1 << 20,
            IncludeValuesInExceptions = false,
            OnMalformedRecord = record => _malformed[record.LineNumber] = record.Reason,
        });
    }

    public string Path { get; }

    public CsvLayout Layout { get; }

    public long Length { get; }

    /// <summary>Where in the file the current row starts, in bytes.</summary>
    public long Position => _reader.ByteOffset;

    /// <summary>Columns of the file that the layout does not know.</summary>
    public IReadOnlyList<string> UnknownColumns { get; private set; } = [];

    /// <summary>Opens a file and reads its header.</summary>
    /// <exception cref="CommandException">A needed column is missing, or the header is none.</exception>
    public static CsvFile Open(string path, CsvLayout layout)
    {
        var file = new CsvFile(path, layout);
        try
        {
            file.ReadHeader();
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The rows, one at a time: each is good until the next is asked for.</summary>
    public IEnumerable<ImportRow> Rows()
    {
        var row = new ImportRow(_reader, _places);
        while (_reader.Read())
        {
            row.Begin(FaultOfShape());
            yield return row;
        }
    }

    public void Dispose() => _reader.Dispose();

    private string? FaultOfShape()
    {
        if (_malformed.Count > 0 && _malformed.Remove(_reader.LineNumber, out var reason))
        {
            return reason is CsvMalformedReason.LineBreakInQuotes or CsvMalformedReason.UnterminatedQuote
                ? "A quotation mark is opened and not closed in the same line. Close it, or take it out."
                : "A quotation mark stands inside a value. Put the whole value in quotation marks and double those inside it.";
        }
        var width = _reader.Headers.Count;
        if (_reader.FieldCount < width)
            return $"The row has {_reader.FieldCount} values, the header {width}. It may have been cut off.";
        for (var i = width; i < _reader.FieldCount; i++)
        {
            if (!_reader.IsEmpty(i))
                return $"The row has {_reader.FieldCount} values, the header {width}. A value with a comma in it needs quotation marks around it.";
        }
        return null;
    }

    private void ReadHeader()
    {
        var names = _reader.Headers.Select(x => x.Trim()).ToList();
        if (names.All(x => x.Length == 0))
            throw CommandException.WrongUsage($"{Path} is empty. Its first line must name the columns.");
        if (names.Count == 1 && names[0].AsSpan().ContainsAny(";\t"))
            throw CommandException.WrongUsage($"{Path} is not separated by commas. Save it as \"CSV UTF-8 (comma delimited)\", and import that.");
        foreach (var column in Layout.Columns)
        {
            var place = names.FindIndex(x => x.Equals(column.Name, StringComparison.OrdinalIgnoreCase));
            if (place >= 0)
                _places[column] = place;
        }
        RequireOncePerName(names);
        RequireNeeded(names);
        UnknownColumns = [.. names.Where(x => x.Length > 0 && !Layout.Columns.Any(y => y.Name.Equals(x, StringComparison.OrdinalIgnoreCase)))];
    }

    private void RequireOncePerName(List<string> names)
    {
        if (names.Where(x => x.Length > 0).GroupBy(x => x, StringComparer.OrdinalIgnoreCase).FirstOrDefault(x => x.Count() > 1) is { } twice)
            throw CommandException.WrongUsage($"{Path} has the column {twice.Key} twice. Take out one of them.");
    }

    private void RequireNeeded(List<string> names)
    {
        var missing = Layout.Columns.Where(x => x.Needed && !_places.ContainsKey(x)).Select(x => x.Name).ToList();
        if (missing.Count == 0)
            return;
        throw CommandException.WrongUsage(
            $"{Path} lacks the needed column{(missing.Count == 1 ? "" : "s")} {string.Join(", ", missing)}. "
            + $"Its header names: {string.Join(", ", names)}. docs/import-formats.md lists the columns.");
    }
}
