using System.Globalization;
using CsvHelper;

namespace IntegrationHub.Cli.Import;

/// <summary>
/// The file of <c>--refused</c>, in the order of the lines. What a hub says of a row comes some thousands of rows after the row was sent,
/// and what was wrong with a row at once: remarks are held back until no earlier line can come any more.
/// </summary>
internal sealed class RemarkFile : IDisposable
{
    // More than there are rows without a receipt at any time.
    private const int MostHeld = 200_000;

    private readonly PriorityQueue<RowRemark, (int File, long Line, long Turn)> _held = new();
    private readonly Dictionary<string, int> _files = new(StringComparer.Ordinal);
    private readonly CsvWriter _writer;
    private long _turn;

    public RemarkFile(string path)
    {
        // A value that a spreadsheet would take for a formula is escaped: advice quotes what stood in the file.
        _writer = CsvWriter.ToFile(path, new CsvWriterOptions { Injection = CsvInjection.Escape });
        _writer.WriteHeader("file", "line", "outcome", "reason", "column", "advice");
    }

    public void Add(RowRemark remark)
    {
        _files.TryAdd(remark.File, _files.Count);
        _held.Enqueue(remark, (_files[remark.File], remark.Line, _turn++));
        if (_held.Count > MostHeld)
            Write(_held.Dequeue());
    }

    /// <summary>Writes what is held back, and ends the file.</summary>
    public void Dispose()
    {
        while (_held.TryDequeue(out var remark, out _))
            Write(remark);
        _writer.Dispose();
    }

    private void Write(RowRemark remark) => _writer.WriteRecord(
        remark.File, remark.Line.ToString(CultureInfo.InvariantCulture), remark.Outcome.ToString().ToLowerInvariant(), remark.Reason, remark.Column, remark.Advice);
}
