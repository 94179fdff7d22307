using IntegrationHub.Storage;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Casework;

/// <summary>Reads what a change of a source needs, in a handful of queries however many records it has.</summary>
internal sealed class CaseStateLoader(HubDbContext context, CaseSourceKey source, IReadOnlyCollection<CaseEntry> entries)
{
    private readonly string[] _removedChildren = Ids(entries.OfType<RemovalEntry>().Where(x => x.Kind == CaseKind.Child).Select(x => x.Id));

    /// <param name="wholeSource">Reads all that is held, for a snapshot, which also speaks of what it does not name.</param>
    public async Task<CaseState> LoadAsync(bool wholeSource, CancellationToken cancellationToken)
    {
        var state = new CaseState(source);
        await ReadAsync(Persons(), state.Persons.Load, cancellationToken);
        await ReadAsync(Plans(), state.Plans.Load, cancellationToken);
        await ReadAsync(Involvements(), state.Involvements.Load, cancellationToken);
        if (wholeSource)
        {
            await ReadAsync(Of(context.SourcePersons).Where(x => x.ClosedPosition == null), state.Persons.Load, cancellationToken);
            await ReadAsync(Of(context.CasePlans).Where(x => x.ClosedPosition == null), state.Plans.Load, cancellationToken);
            await ReadAsync(Of(context.Involvements).Where(x => x.ClosedPosition == null), state.Involvements.Load, cancellationToken);
        }
        await ReadAsync(Subjects(), state.Subjects.Load, cancellationToken);
        return state;
    }

    private IQueryable<SourcePersonRow> Persons()
    {
        var ids = Ids([
            .. entries.OfType<ChildEntry>().Select(x => x.Id), .. entries.OfType<InvolvementEntry>().Select(x => x.Child),
            .. entries.OfType<PlanEntry>().SelectMany(x => x.Children), .. _removedChildren]);
        return Of(context.SourcePersons).Where(x => EF.Parameter(ids).Contains(x.SourcePersonId));
    }

    private IQueryable<CasePlanRow> Plans()
    {
        var ids = IdsOf<PlanEntry>(CaseKind.Plan);
        return Of(context.CasePlans).Where(x => EF.Parameter(ids).Contains(x.SourcePlanId));
    }

    private IQueryable<InvolvementRow> Involvements()
    {
        var ids = IdsOf<InvolvementEntry>(CaseKind.Involvement);
        return Of(context.Involvements).Where(
            x => EF.Parameter(ids).Contains(x.SourceInvolvementId) || EF.Parameter(_removedChildren).Contains(x.SourcePersonId));
    }

    private IQueryable<CasePlanSubjectRow> Subjects()
    {
        var plans = Ids(entries.OfType<PlanEntry>().Select(x => x.Id));
        // A child taken back leaves every plan; the others that such a plan covers are read with it.
        var uncovered = Of(context.CasePlanSubjects)
            .Where(x => EF.Parameter(_removedChildren).Contains(x.SourcePersonId))
            .Select(x => x.SourcePlanId);
        return Of(context.CasePlanSubjects).Where(x => EF.Parameter(plans).Contains(x.SourcePlanId) || uncovered.Contains(x.SourcePlanId));
    }

    private string[] IdsOf<TEntry>(CaseKind kind)
        where TEntry : CaseEntry => Ids([
            .. entries.OfType<TEntry>().Select(x => x.Id),
            .. entries.OfType<RemovalEntry>().Where(x => x.Kind == kind).Select(x => x.Id)]);

    private IQueryable<TRow> Of<TRow>(IQueryable<TRow> rows)
        where TRow : class => rows
        .AsNoTracking()
        .Where(x => EF.Property<string>(x, "Authority") == source.Authority && EF.Property<string>(x, "SourceId") == source.SourceId);

    private static async Task ReadAsync<TRow>(IQueryable<TRow> rows, Action<TRow> load, CancellationToken cancellationToken)
    {
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
            load(row);
    }

    private static string[] Ids(IEnumerable<string> ids) => [.. ids.Distinct(StringComparer.Ordinal)];
}
