using IntegrationHub.Server.Registers;
using IntegrationHub.Server.Security;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Server.Quarantine;

/// <summary>Tells what is in quarantine.</summary>
internal sealed class QuarantineReader(HubDatabase database, RegisterFolding folding, IOptions<HubOptions> options)
{
    /// <summary>Groups of things in quarantine for one reason, largest first.</summary>
    public async Task<IReadOnlyList<HeldGroup>> SummariseAsync(Caller caller, HeldFilter filter, CancellationToken cancellationToken)
    {
        await CatchUpAsync(cancellationToken);
        await using var snapshot = await database.BeginReadAsync(cancellationToken);
        var groups = new List<HeldGroup>();
        foreach (var kind in filter.Kinds)
            groups.AddRange(await Groups(HeldItems.Of(snapshot.Context, caller.Authority, kind, filter), kind).ToListAsync(cancellationToken));
        return [.. groups.OrderByDescending(x => x.Count).ThenBy(x => x.Kind).ThenBy(x => x.Scope, StringComparer.Ordinal)];
    }

    /// <summary>Things in quarantine, by kind and then as they came: one more than asked for where others follow.</summary>
    public async Task<List<HeldItem>> ListAsync(Caller caller, HeldFilter filter, HeldKey? after, int size, CancellationToken cancellationToken)
    {
        await CatchUpAsync(cancellationToken);
        await using var snapshot = await database.BeginReadAsync(cancellationToken);
        var items = new List<HeldItem>();
        foreach (var kind in filter.Kinds.Order().Where(x => after is null || x >= after.Kind))
        {
            var held = HeldItems.Of(snapshot.Context, caller.Authority, kind, filter);
            if (after?.Kind == kind)
                held = held.Where(x => x.Key > after.Key || (x.Key == after.Key && x.Index > after.Index));
            items.AddRange(await held.OrderBy(x => x.Key).ThenBy(x => x.Index).Take(size + 1 - items.Count).ToListAsync(cancellationToken));
            if (items.Count > size)
                break;
        }
        return items;
    }

    /// <summary>What has been done, newest first: one more than asked for where others follow.</summary>
    public async Task<List<QuarantineStepRow>> ListStepsAsync(Caller caller, long? before, int size, CancellationToken cancellationToken)
    {
        await using var context = database.CreateReadContext();
        return await context.QuarantineSteps
            .Where(x => x.Authority == caller.Authority && (before == null || x.QuarantineStepId < before))
            .OrderByDescending(x => x.QuarantineStepId).Take(size + 1)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Marks come into quarantine with the fold, a moment after their receipt.</summary>
    private Task CatchUpAsync(CancellationToken cancellationToken) =>
        folding.CatchUpAsync(options.Value.Reconciliation.FoldPatience, cancellationToken);

    private static IQueryable<HeldGroup> Groups(IQueryable<HeldItem> items, HeldKind kind) => items
        .GroupBy(x => new { x.Scope, x.Reason, x.Code })
        .Select(x => new HeldGroup(
            kind, x.Key.Scope, x.Key.Reason, x.Key.Code, x.LongCount(), x.Min(item => item.ReceivedTime), x.Max(item => item.ReceivedTime)));
}
