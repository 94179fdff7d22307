using System.Globalization;
using IntegrationHub.Contracts.Registers.V1;

namespace IntegrationHub.Cli.Import;

/// <summary>Imports registers: rows of one school, date, session and group that follow each other are one register.</summary>
internal sealed class RegisterImport(ImportRun run) : IAsyncDisposable
{
    // Fewer than the hub's own limit, and more than any class has pupils.
    private const int MostMarks = 2_000;

    // Below this many marks a register, over this many rows, the file is sorted by something else than its registers.
    private const int PoorMarks = 3, PoorRows = 20_000;

    private readonly FeedImport<RegisterSubmission> _feed = new(new RegisterImportFeed(run.Hub), run.Report);
    private (string, string, string, string) _key;
    private RegisterSubmission? _register;
    private List<long> _lines = [];
    private long _sent;

    /// <summary>Whether the rows came in an order that made many small registers of them.</summary>
    public bool WasPoorlySorted => run.Report.Rows > PoorRows && run.Report.Rows < PoorMarks * _sent;

    public async Task RunAsync(CsvFile file, CancellationToken cancellationToken)
    {
        foreach (var ((key, register, mark), line) in run.Read(file, Read))
        {
            if (_register is null || key != _key || _lines.Count >= MostMarks)
            {
                await FlushAsync(file, cancellationToken);
                (_key, _register) = (key, register);
            }
            _register!.Marks.Add(mark);
            _lines.Add(line);
        }
        await FlushAsync(file, cancellationToken);
        await _feed.SettleAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => _feed.DisposeAsync();

    private ((string, string, string, string) Key, RegisterSubmission? Register, RegisterMark Mark) Read(ImportRow row)
    {
        var key = RegistersCsv.ReadKey(row);
        // A register's own columns are the same in all its rows: one reading of them is enough.
        var register = _register is null || key != _key || _lines.Count >= MostMarks ? RegistersCsv.ReadRegister(row) : null;
        return (key, register, RegistersCsv.ReadMark(row));
    }

    private async Task FlushAsync(CsvFile file, CancellationToken cancellationToken)
    {
        if (_register is null)
            return;
        _register.SubmissionId = run.Identity.IdOf((++_sent).ToString(CultureInfo.InvariantCulture));
        var rows = new SentRows(file.Path, _lines) { SchoolUrn = _register.SchoolUrn, Codes = [.. _register.Marks.Select(x => x.Code)] };
        await _feed.SendAsync(_register, rows, cancellationToken);
        (_register, _lines) = (null, []);
    }
}
