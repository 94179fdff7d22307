using System.Globalization;
using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Contracts.Roll.V1;

namespace IntegrationHub.Cli.Import;

/// <summary>Imports rolls: as changes, or as one snapshot for each school in the file.</summary>
/// <param name="asOf">The date whose state the file gives; null: its rows are changes.</param>
internal sealed class RollImport(ImportRun run, DateOnly? asOf) : IAsyncDisposable
{
    private const int RecordsAtATime = 200;

    private readonly FeedImport<RollSubmission> _feed = new(new RollImportFeed(run.Hub), run.Report);
    private readonly Dictionary<string, SnapshotScope> _scopes = new(StringComparer.Ordinal);
    private string _urn = "";
    private RollRecords _records = new();
    private List<long> _lines = [];
    private long _sent;

    public async Task RunAsync(CsvFile file, CancellationToken cancellationToken)
    {
        foreach (var ((urn, record), line) in run.Read(file, Read))
        {
            if (urn != _urn || _lines.Count >= RecordsAtATime)
                await FlushAsync(file, cancellationToken);
            _urn = urn;
            _records.Records.Add(record);
            _lines.Add(line);
        }
        await FlushAsync(file, cancellationToken);
        await _feed.SettleAsync(cancellationToken);
        await EndAsync(file, cancellationToken);
    }

    public ValueTask DisposeAsync() => _feed.DisposeAsync();

    private (string Urn, RollRecord Record) Read(ImportRow row)
    {
        var (urn, record) = (RollsCsv.ReadUrn(row), RollsCsv.Read(row));
        if (asOf is not null && !row.IsGood && urn.Length > 0)
            ScopeOf(urn).Spoil(row.Faults[0].Reason, $"line {row.Line:N0} was refused. Mend it and import the file again.");
        return (urn, record);
    }

    private SnapshotScope ScopeOf(string urn)
    {
        if (!_scopes.TryGetValue(urn, out var scope))
            _scopes[urn] = scope = new SnapshotScope($"the roll of school {urn}");
        return scope;
    }

    private async Task FlushAsync(CsvFile file, CancellationToken cancellationToken)
    {
        if (_lines.Count == 0)
            return;
        SnapshotScope? scope = null;
        if (asOf is { } date)
        {
            scope = ScopeOf(_urn);
            if (scope.Records == 0)
                await SendAsync(new RollSubmission { SnapshotBegin = new SnapshotBegin { SnapshotId = scope.Id, AsOfDate = date.ToContract() } }, file, [], scope, cancellationToken);
            scope.Records += _lines.Count;
            _records.SnapshotId = scope.Id;
        }
        await SendAsync(new RollSubmission { Records = _records }, file, _lines, scope, cancellationToken);
        (_records, _lines) = (new RollRecords(), []);
    }

    private async Task EndAsync(CsvFile file, CancellationToken cancellationToken)
    {
        foreach (var (urn, scope) in _scopes)
        {
            _urn = urn;
            run.Report.Add(scope);
            if (scope.Spoilt is null)
                await SendAsync(new RollSubmission { SnapshotEnd = new SnapshotEnd { SnapshotId = scope.Id, RecordCount = scope.Records } }, file, [], scope, cancellationToken);
        }
        await _feed.SettleAsync(cancellationToken);
    }

    private Task SendAsync(RollSubmission submission, CsvFile file, IReadOnlyList<long> lines, SnapshotScope? scope, CancellationToken cancellationToken)
    {
        submission.SchoolUrn = _urn;
        submission.SubmissionId = scope is null ? run.Identity.IdOf((++_sent).ToString(CultureInfo.InvariantCulture)) : ImportIdentity.NewId();
        return _feed.SendAsync(submission, new SentRows(file.Path, lines, scope) { SchoolUrn = _urn }, cancellationToken);
    }
}
