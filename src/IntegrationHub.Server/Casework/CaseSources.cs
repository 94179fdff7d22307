using IntegrationHub.Domain.Calendar;
using IntegrationHub.Domain.Casework;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Casework;

/// <summary>Reads how the declared sources of case records stand.</summary>
/// <remarks>
/// A load is as old as the date whose state it gives, not as the hour it arrived: last month's file sent again tonight is last
/// month's. Matching is judged over children of compulsory school age, who ought to be on a roll, and over those whose age is not
/// known: a source that leaves out dates of birth can be matched to nobody, and its silence must not be heard.
/// </remarks>
public sealed class CaseSources(FitnessSettings settings)
{
    /// <summary>Every source that the authority has declared, by its identifier.</summary>
    /// <param name="context">Reads all in one snapshot; the caller began it.</param>
    public async Task<IReadOnlyList<SourceState>> ReadAsync(
        HubDbContext context, string authority, DateOnly asOf, CancellationToken cancellationToken)
    {
        var sources = await context.CaseSources
            .AsNoTracking().Where(x => x.Authority == authority).OrderBy(x => x.SourceId).ToListAsync(cancellationToken);
        var states = new List<SourceState>(sources.Count);
        foreach (var source in sources)
            states.Add(await ReadAsync(context, source, asOf, cancellationToken));
        return states;
    }

    private async Task<SourceState> ReadAsync(HubDbContext context, CaseSourceRow source, DateOnly asOf, CancellationToken cancellationToken)
    {
        var declaration = source.ToDeclaration();
        var load = await context.SourceLoads
            .Where(x => x.Authority == source.Authority && x.SourceId == source.SourceId)
            .OrderByDescending(x => x.Position)
            .Select(x => new SourceLoad(x.Position, x.AsOfDate, x.ReceivedTime))
            .FirstOrDefaultAsync(cancellationToken);
        var children = await ChildrenAsync(context, source, cancellationToken);
        var leads = await OpenLeadsAsync(context, source, asOf, cancellationToken);
        var onRolls = children.Where(x => x.DateOfBirth is not { } born || CompulsorySchoolAge.IsCompulsory(born, asOf)).ToList();
        var measure = new SourceLoadMeasure(leads, onRolls.Count(x => x.Matched), onRolls.Count, AtMidnight(load?.AsOfDate));
        return new SourceState
        {
            Declaration = declaration,
            LastLoad = load,
            Fitness = SourceFitness.Measure(declaration, measure, AtMidnight(asOf)!.Value, settings),
            ChildCount = children.Count,
            MatchedChildCount = children.Count(x => x.Matched),
            OpenLeadCount = leads.Count,
            NamedLeadCount = leads.Count(x => x.Holder == LeadHolder.Person),
            OpenPlanCount = await CountOpenPlansAsync(context, source, asOf, cancellationToken),
            HeldRecordCount = await context.HeldRecords.CountAsync(
                x => x.Authority == source.Authority && x.Feed == Feed.Casework && x.Scope == source.SourceId, cancellationToken),
        };
    }

    private static async Task<List<Child>> ChildrenAsync(HubDbContext context, CaseSourceRow source, CancellationToken cancellationToken)
    {
        var matched = await context.Matches
            .Where(x => x.Authority == source.Authority && x.SourceId == source.SourceId && x.ToPosition == null)
            .Select(x => x.SourcePersonId)
            .ToHashSetAsync(cancellationToken);
        var held = await context.SourcePersons
            .Where(x => x.Authority == source.Authority && x.SourceId == source.SourceId && x.ClosedPosition == null)
            .Select(x => new { x.SourcePersonId, x.DateOfBirth })
            .ToListAsync(cancellationToken);
        return [.. held.Select(x => new Child(x.DateOfBirth, matched.Contains(x.SourcePersonId)))];
    }

    private static async Task<List<LeadRecord>> OpenLeadsAsync(
        HubDbContext context, CaseSourceRow source, DateOnly asOf, CancellationToken cancellationToken)
    {
        var held = await context.Involvements
            .AsNoTracking()
            .Where(x => x.Authority == source.Authority && x.SourceId == source.SourceId && x.Lead && x.ClosedPosition == null)
            .ToListAsync(cancellationToken);
        return [.. held.Select(x => x.ToLeadRecord()).Where(x => x.IsOpenOn(asOf))];
    }

    private static Task<int> CountOpenPlansAsync(
        HubDbContext context, CaseSourceRow source, DateOnly asOf, CancellationToken cancellationToken) => context.CasePlans.CountAsync(
            x => x.Authority == source.Authority && x.SourceId == source.SourceId && x.ClosedPosition == null
                && x.StartDate <= asOf && (x.EndDate == null || asOf < x.EndDate),
            cancellationToken);

    private static DateTimeOffset? AtMidnight(DateOnly? date) =>
        date is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : null;

    private readonly record struct Child(DateOnly? DateOfBirth, bool Matched);
}
