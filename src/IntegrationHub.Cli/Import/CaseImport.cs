using System.Globalization;
using IntegrationHub.Contracts.Casework.V1;
using IntegrationHub.Contracts.Feed.V1;

namespace IntegrationHub.Cli.Import;

/// <summary>Imports what one source of case records holds, from up to three files: as one snapshot of all, or as changes.</summary>
/// <param name="asOf">The date whose state the files give; null: their rows are changes.</param>
internal sealed class CaseImport(ImportRun run, string sourceId, DateOnly? asOf) : IAsyncDisposable
{
    private const int RecordsAtATime = 200;

    private readonly FeedImport<CaseSubmission> _feed = new(new CaseImportFeed(run.Hub), run.Report);
    private readonly SnapshotScope? _scope = asOf is null ? null : new SnapshotScope($"the source {sourceId}");
    private CaseRecords _records = new();
    private List<long> _lines = [];
    private long _sent;

    public async Task RunAsync(IReadOnlyList<CsvFile> files, CancellationToken cancellationToken)
    {
        if (_scope is not null)
            await SendAsync(new CaseSubmission { SnapshotBegin = new SnapshotBegin { SnapshotId = _scope.Id, AsOfDate = asOf!.Value.ToContract() } }, files[0], [], cancellationToken);
        foreach (var file in files)
            await SendFileAsync(file, cancellationToken);
        await _feed.SettleAsync(cancellationToken);
        if (_scope is null)
            return;
        run.Report.Add(_scope);
        if (_scope.Spoilt is null)
            await SendAsync(new CaseSubmission { SnapshotEnd = new SnapshotEnd { SnapshotId = _scope.Id, RecordCount = _scope.Records } }, files[0], [], cancellationToken);
        await _feed.SettleAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => _feed.DisposeAsync();

    private async Task SendFileAsync(CsvFile file, CancellationToken cancellationToken)
    {
        foreach (var (record, line) in run.Read(file, row => Read(file, row)))
        {
            if (ContinuesPlan(record))
                continue;
            if (_lines.Count >= RecordsAtATime)
                await FlushAsync(file, cancellationToken);
            _records.Records.Add(record);
            _lines.Add(line);
        }
        await FlushAsync(file, cancellationToken);
    }

    // Case systems report a plan of three siblings as three rows, one below the other.
    private bool ContinuesPlan(CaseRecord record)
    {
        if (record.Plan is not { } plan || _records.Records.LastOrDefault()?.Plan is not { } last || last.SourcePlanId != plan.SourcePlanId)
            return false;
        last.SourceChildIds.Add(plan.SourceChildIds.Except(last.SourceChildIds));
        return true;
    }

    private CaseRecord Read(CsvFile file, ImportRow row)
    {
        var record = file.Layout == CasesCsv.Children ? CasesCsv.ReadChild(row)
            : file.Layout == CasesCsv.Plans ? CasesCsv.ReadPlan(row)
            : CasesCsv.ReadInvolvement(row);
        if (record.Removal is not null && _scope is not null)
            row.Fault("removed", ImportRow.InvalidValue, "A snapshot removes what it leaves out. Leave the row out, or import changes with --delta.");
        if (!row.IsGood)
            _scope?.Spoil(row.Faults[0].Reason, $"line {row.Line:N0} of {Path.GetFileName(file.Path)} was refused. Mend it and import the files again.");
        return record;
    }

    private async Task FlushAsync(CsvFile file, CancellationToken cancellationToken)
    {
        if (_lines.Count == 0)
            return;
        if (_scope is not null)
        {
            _scope.Records += _lines.Count;
            _records.SnapshotId = _scope.Id;
        }
        await SendAsync(new CaseSubmission { Records = _records }, file, _lines, cancellationToken);
        (_records, _lines) = (new CaseRecords(), []);
    }

    private Task SendAsync(CaseSubmission submission, CsvFile file, IReadOnlyList<long> lines, CancellationToken cancellationToken)
    {
        submission.SourceId = sourceId;
        submission.SubmissionId = _scope is null ? run.Identity.IdOf((++_sent).ToString(CultureInfo.InvariantCulture)) : ImportIdentity.NewId();
        return _feed.SendAsync(submission, new SentRows(file.Path, lines, _scope), cancellationToken);
    }
}
