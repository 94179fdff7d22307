using System.Runtime.CompilerServices;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Exports.Spells;

/// <summary>
/// Reads the times of meeting thresholds of an export as they stood at its position: a county has several of every child, so they are read
/// some at a time.
/// </summary>
internal sealed class SpellReader(ExportScope scope)
{
    private const int AtATime = 5000;

    private readonly ExportedPupils _pupils = new(scope);

    /// <summary>Those that lasted on a day of the window, by number; in pseudonymised exports by pseudonym among those read together.</summary>
    public async IAsyncEnumerable<ExportedSpell> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var runs = await JudgingRuns.ReadAsync(scope.Snapshot, scope.Authority, cancellationToken);
        if (runs.Last is not { } last)
            yield break;
        var page = await PageAsync(last.RunId, 0, cancellationToken);
        for (; page.Count > 0; page = await PageAsync(last.RunId, page[^1].SpellId, cancellationToken))
        {
            foreach (var spell in await TellAsync(page, runs, cancellationToken))
                yield return spell;
        }
    }

    /// <summary>What was not known at the position has no say in what is read together: the order must not depend on it.</summary>
    private Task<List<ThresholdSpellRow>> PageAsync(long lastRun, long after, CancellationToken cancellationToken) => scope.Snapshot.Context.ThresholdSpells
        .Where(x => x.Authority == scope.Authority && x.SpellId > after && x.OpenRunId <= lastRun && x.OpenDate <= scope.Window.To
            && (x.CloseRunId == null || x.CloseRunId > lastRun || x.CloseDate >= scope.Window.From))
        .OrderBy(x => x.SpellId).Take(AtATime)
        .ToListAsync(cancellationToken);

    private async Task<List<ExportedSpell>> TellAsync(List<ThresholdSpellRow> page, JudgingRuns runs, CancellationToken cancellationToken)
    {
        var schools = await MainSchools.ReadAsync(
            scope, [.. page.Where(x => !IsAsLastMet(x, runs)).Select(x => x.PupilId).Distinct()], cancellationToken);
        var shown = page
            .Select(x => (Spell: x, School: IsAsLastMet(x, runs) ? x.Laestab : schools.Of(x.PupilId, LastMet(x, runs).AsOfDate)))
            .Where(x => (scope.School is null || x.School == scope.School) && scope.MayShow(x.Spell.PupilId))
            .ToList();
        long[] pupils = [.. shown.Select(x => x.Spell.PupilId).Distinct()];
        var (upns, born) = (await _pupils.UpnsAsync(pupils, cancellationToken), await _pupils.BornAsync(pupils, cancellationToken));
        var told = shown.ConvertAll(x => new ExportedSpell
        {
            Spell = x.Spell,
            Pupil = _pupils.Tell(x.Spell.PupilId, born[x.Spell.PupilId], upns.GetValueOrDefault(x.Spell.PupilId)),
            Pseudonym = scope.Pseudonyms?.OfSpell(x.Spell.SpellId) ?? [],
            School = x.School,
            LastMetDate = LastMet(x.Spell, runs).AsOfDate,
            CloseDate = IsClosed(x.Spell, runs) ? x.Spell.CloseDate : null,
            Evidence = IsAsLastMet(x.Spell, runs) ? x.Spell : null,
        });
        if (!scope.IsIdentified)
            told.Sort((one, other) => one.Pseudonym.AsSpan().SequenceCompareTo(other.Pseudonym));
        return told;
    }

    private static bool IsClosed(ThresholdSpellRow spell, JudgingRuns runs) => spell.CloseRunId is { } run && runs.Contains(run);

    private static ReconciliationRunRow LastMet(ThresholdSpellRow spell, JudgingRuns runs) =>
        IsClosed(spell, runs) ? runs.Before(spell.CloseRunId!.Value) : runs.Last!;

    private static bool IsAsLastMet(ThresholdSpellRow spell, JudgingRuns runs) => spell.LastMetRunId == LastMet(spell, runs).RunId;
}
