using Google.Protobuf.Collections;
using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Domain;

namespace IntegrationHub.Cli.Import;

/// <summary>Imports what the LA's own operator tells the hub: schools, calendar, sources. These are small and go in by the hundred.</summary>
internal sealed class OperationsImport(ImportRun run)
{
    private const int ItemsAtATime = 500;

    private readonly OperationsService.OperationsServiceClient _operations = new(run.Hub.Invoker);

    public Task SchoolsAsync(CsvFile file, CancellationToken cancellationToken) => SendAsync(file, SchoolsCsv.Read, async schools =>
    {
        var request = new ApplySchoolsRequest { RequestId = ImportIdentity.NewId(), Schools = { schools } };
        return (await _operations.ApplySchoolsAsync(request, cancellationToken: cancellationToken)).RefusedItems;
    });

    public Task SourcesAsync(CsvFile file, CancellationToken cancellationToken) => SendAsync(file, SourcesCsv.Read, async sources =>
    {
        var request = new ApplySourcesRequest { RequestId = ImportIdentity.NewId(), Sources = { sources } };
        return (await _operations.ApplySourcesAsync(request, cancellationToken: cancellationToken)).RefusedItems;
    });

    public async Task CalendarAsync(CsvFile file, CancellationToken cancellationToken)
    {
        foreach (var some in run.Read(file, CalendarCsv.Read).Chunk(ItemsAtATime))
        {
            // The hub numbers the items through the terms, then the closures, then the openings.
            var terms = some.Where(x => x.Value.Term is not null).ToList();
            var closures = some.Where(x => x.Value.Closure is not null).ToList();
            var openings = some.Where(x => x.Value.Opening is not null).ToList();
            var request = new ApplyCalendarRequest
            {
                RequestId = ImportIdentity.NewId(),
                Terms = { terms.Select(x => x.Value.Term) },
                Closures = { closures.Select(x => x.Value.Closure) },
                Openings = { openings.Select(x => x.Value.Opening) },
            };
            var response = await _operations.ApplyCalendarAsync(request, cancellationToken: cancellationToken);
            Refuse(file, response.RefusedItems, [.. terms.Concat(closures).Concat(openings).Select(x => (x.Line, x.Value.SchoolLaestab))]);
        }
    }

    private async Task SendAsync<T>(CsvFile file, Func<ImportRow, T> read, Func<IEnumerable<T>, Task<RepeatedField<RefusedItem>>> apply)
    {
        foreach (var some in run.Read(file, read).Chunk(ItemsAtATime))
            Refuse(file, await apply(some.Select(x => x.Value)), [.. some.Select(x => (x.Line, ""))]);
    }

    private void Refuse(CsvFile file, IEnumerable<RefusedItem> refused, (long Line, string School)[] rows)
    {
        foreach (var item in refused)
        {
            var (line, school) = rows[item.ItemIndex];
            var (column, detail) = item.Reason == Reason.UnknownSchool ? ("school_laestab", $"DfE number {school}: {item.Detail}") : ("", item.Detail);
            run.Report.Add(new RowRemark(file.Path, line, RowOutcome.Refused, item.Reason, column, detail));
        }
    }
}
