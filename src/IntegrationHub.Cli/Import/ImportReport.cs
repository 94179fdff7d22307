using IntegrationHub.Cli.Output;
using Spectre.Console;

namespace IntegrationHub.Cli.Import;

/// <summary>What becomes of the rows, gathered while receipts come in and told at the end.</summary>
internal sealed class ImportReport : IDisposable
{
    private const int MostOnScreen = 20;

    private readonly Lock _lock = new();
    private readonly List<(RowRemark Remark, long LastLine)> _shown = [];
    private readonly SortedDictionary<(RowOutcome Outcome, string Reason), long> _counts = [];
    private readonly List<SnapshotScope> _snapshots = [];
    private readonly RemarkFile? _file;

    /// <param name="refusedFile">A CSV file for every remark; null: none.</param>
    public ImportReport(string? refusedFile) => _file = refusedFile is null ? null : new RemarkFile(refusedFile);

    public long Rows { get; private set; }

    public long Refused => Count(RowOutcome.Refused);

    /// <summary>Submissions that the hub had taken before, from the same file.</summary>
    public long Duplicates { get; private set; }

    public long Submissions { get; private set; }

    public void CountRow() => Rows++;

    public void CountSubmission(bool duplicate)
    {
        lock (_lock)
        {
            Submissions++;
            Duplicates += duplicate ? 1 : 0;
        }
    }

    /// <summary>Takes down how a snapshot ended.</summary>
    public void Add(SnapshotScope snapshot) => _snapshots.Add(snapshot);

    /// <summary>Whether everything in the files is in the hub now.</summary>
    public bool IsWhole => Refused == 0 && _snapshots.All(x => x.Spoilt is null);

    /// <summary>Takes down the faults of a row that was not sent.</summary>
    public void Refuse(string file, ImportRow row)
    {
        foreach (var fault in row.Faults)
            Add(new RowRemark(file, row.Line, RowOutcome.Refused, fault.Reason, fault.Column, fault.Advice), row.Faults[0] == fault);
    }

    public void Add(RowRemark remark, bool counts = true)
    {
        lock (_lock)
        {
            var key = (remark.Outcome, remark.Reason);
            if (counts)
                _counts[key] = _counts.GetValueOrDefault(key) + 1;
            if (remark.Outcome == RowOutcome.Refused)
                Show(remark);
            _file?.Add(remark);
        }
    }

    /// <summary>Tells the person what became of the rows.</summary>
    public void Write(Terminal terminal, string what, string? refusedFile)
    {
        var taken = Rows - Refused;
        terminal.Say($"{what}: {Counted.Of(Rows, "row")} read, {taken:N0} taken, {Refused:N0} refused.");
        if (Submissions > 0 && Duplicates == Submissions)
            terminal.Say("The hub had taken this file before: nothing has changed.");
        foreach (var ((_, reason), count) in _counts.Where(x => x.Key.Outcome != RowOutcome.Refused))
            terminal.Say($"  {count:N0} × {reason}: {Advice.Of(reason)}");
        WriteSnapshots(terminal);
        if (Refused == 0)
            return;
        WriteRefused(terminal);
        if (refusedFile is not null)
            terminal.Say($"Every row that needs a look is in {refusedFile}.");
        else if (Refused > _shown.Sum(x => x.LastLine - x.Remark.Line + 1))
            terminal.Say($"These are the first {MostOnScreen}. Name a file with --refused to get them all.");
    }

    public void Dispose() => _file?.Dispose();

    private long Count(RowOutcome outcome)
    {
        lock (_lock)
            return _counts.Where(x => x.Key.Outcome == outcome).Sum(x => x.Value);
    }

    // A register of an unknown school refuses thirty rows for one reason: they are one line on the screen.
    private void Show(RowRemark remark)
    {
        if (_shown.Count > 0 && _shown[^1] is var (last, lastLine) && lastLine + 1 == remark.Line && last with { Line = remark.Line } == remark)
            _shown[^1] = (last, remark.Line);
        else if (_shown.Count < MostOnScreen)
            _shown.Add((remark, remark.Line));
    }

    private void WriteSnapshots(Terminal terminal)
    {
        foreach (var snapshot in _snapshots.Where(x => x.Spoilt is not null).Take(MostOnScreen))
            terminal.Say($"The snapshot of {snapshot.Name} has not taken effect, and what the hub held before stands. {snapshot.Spoilt}");
        foreach (var snapshot in _snapshots.Where(x => x is { Spoilt: null, Held: true }).Take(MostOnScreen))
            terminal.Say($"The snapshot of {snapshot.Name} would close much of what is open and waits for approval: see 'hub snapshots list'.");
        if (_snapshots.Count > 0)
            terminal.Say($"Snapshots: {_snapshots.Count(x => x is { Spoilt: null, Held: false }):N0} of {_snapshots.Count:N0} have taken effect.");
    }

    private void WriteRefused(Terminal terminal)
    {
        var manyFiles = _shown.Select(x => x.Remark.File).Distinct().Count() > 1;
        var table = terminal.NewTable(Terminal.Words("Line"), Terminal.Words("Why"), Terminal.Prose("What to do"));
        foreach (var (remark, lastLine) in _shown.OrderBy(x => x.Remark.File, StringComparer.Ordinal).ThenBy(x => x.Remark.Line))
        {
            var line = lastLine > remark.Line ? $"{remark.Line} to {lastLine}" : $"{remark.Line}";
            table.AddRow(Markup.Escape(manyFiles ? $"{remark.File}: {line}" : line), Markup.Escape(remark.Reason), Markup.Escape(remark.Advice));
        }
        terminal.Write("Refused rows", table);
    }
}
