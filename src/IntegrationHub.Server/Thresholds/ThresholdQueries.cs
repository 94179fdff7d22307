using IntegrationHub.Server.Coverage;
using IntegrationHub.Server.Security;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Thresholds;

/// <summary>Answers what runs found of thresholds.</summary>
internal sealed class ThresholdQueries(HubDatabase database)
{
    /// <summary>The last complete run, and what it counted by threshold.</summary>
    /// <returns>No run: none is complete yet.</returns>
    public async Task<(ReconciliationRunRow? Run, Dictionary<string, RunThresholdRow> Counts)> CountsAsync(
        Caller caller, CancellationToken cancellationToken)
    {
        await using var context = database.CreateReadContext();
        if (await ReconciliationRuns.LatestAsync(context, caller.Authority, cancellationToken) is not { } run)
            return (null, []);
        var counts = await context.RunThresholds
            .Where(x => x.Authority == caller.Authority && x.RunId == run.RunId)
            .ToDictionaryAsync(x => x.Threshold, cancellationToken);
        return (run, counts);
    }

    /// <summary>Spells, newest first: one more than asked for where others follow.</summary>
    /// <param name="thresholds">Empty: all.</param>
    /// <param name="laestab">Null: all schools.</param>
    public async Task<List<MetSpell>> ListMetAsync(
        Caller caller, IReadOnlyCollection<string> thresholds, int? laestab, bool withEnded, long? before, int size, CancellationToken cancellationToken)
    {
        await using var context = database.CreateReadContext();
        var spells =
            from spell in VisibleSpells.Of(context, caller.Authority)
            where (thresholds.Count == 0 || thresholds.Contains(spell.Threshold)) && (laestab == null || spell.Laestab == laestab)
                && (withEnded || spell.CloseDate == null) && (before == null || spell.SpellId < before)
            join school in context.Schools on new { spell.Authority, spell.Laestab } equals new { school.Authority, school.Laestab } into schools
            from school in schools.DefaultIfEmpty()
            orderby spell.SpellId descending
            select new MetSpell(spell, school.Name);
        return await spells.Take(size + 1).ToListAsync(cancellationToken);
    }
}

/// <summary>A spell, and the name of its school.</summary>
/// <param name="SchoolName">Null: the school is on file no more.</param>
internal sealed record MetSpell(ThresholdSpellRow Spell, string? SchoolName);
