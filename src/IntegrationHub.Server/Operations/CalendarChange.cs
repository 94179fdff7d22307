using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Server.Schools;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Model;
using IntegrationHub.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Operations;

/// <summary>Adds terms, closures and openings or changes them. An item with a fault is left out.</summary>
internal sealed class CalendarChange(ApplyCalendarRequest request, SchoolDirectory directory) : IProjection
{
    public async Task<ProjectionResult> ApplyAsync(
        HubDbContext context, long position, Submission submission, CancellationToken cancellationToken)
    {
        var authority = submission.Writer.Authority;
        var schools = await context.Schools.Where(x => x.Authority == authority).Select(x => x.Laestab).ToHashSetAsync(cancellationToken);
        var (faults, file) = (new CalendarFaults(schools), new CalendarFile(context, authority, cancellationToken));
        var taken = new TakenItems();
        var terms = await taken.TakeAsync(request.Terms, faults.Of, file.PutAsync);
        var closures = await taken.TakeAsync(request.Closures, faults.Of, file.PutAsync);
        var openings = await taken.TakeAsync(request.Openings, faults.Of, file.PutAsync);
        var versions = new VersionWriter(context, position);
        versions.Put<TermRow, TermVersionRow>(terms);
        versions.Put<ClosureRow, ClosureVersionRow>(closures);
        versions.Put<SchoolOpeningRow, SchoolOpeningVersionRow>(openings);
        return ProjectionResult.With(taken.Refused);
    }

    public void Committed() => directory.Invalidate();

    /// <summary>Goes through the items of a request, one list after another, and numbers them as one.</summary>
    private sealed class TakenItems
    {
        private int _index;

        public List<ItemNotice> Refused { get; } = [];

        /// <returns>The rows that the good items are on file as, each once.</returns>
        public async Task<HashSet<TRow>> TakeAsync<TItem, TRow>(IEnumerable<TItem> items, Func<TItem, string?> fault, Func<TItem, Task<TRow>> put)
        {
            var rows = new HashSet<TRow>();
            foreach (var item in items)
            {
                if (fault(item) is { } reason)
                    Refused.Add(new(_index, ItemOutcome.Quarantined, reason));
                else
                    rows.Add(await put(item));
                _index++;
            }
            return rows;
        }
    }
}
