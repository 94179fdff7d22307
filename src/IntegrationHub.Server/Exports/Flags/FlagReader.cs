using IntegrationHub.Contracts.Coverage.V1;
using IntegrationHub.Server.Coverage;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Exports.Flags;

/// <summary>Reads the flags of an export as they stood at its position.</summary>
/// <remarks>
/// A flag's row holds how it stands now; its steps and what each run found of the child hold how it stood.
/// </remarks>
internal sealed class FlagReader(ExportScope scope)
{
    private readonly ExportedPupils _pupils = new(scope);

    /// <summary>The flags that stood open on a day of the window, by number; in pseudonymised exports by pseudonym.</summary>
    public async Task<IReadOnlyList<ExportedFlag>> ReadAsync(CancellationToken cancellationToken)
    {
        var runs = await JudgingRuns.ReadAsync(scope.Snapshot, scope.Authority, cancellationToken);
        var lives = await LivesAsync(runs, cancellationToken);
        var children = await ChildrenAsync(lives, cancellationToken);
        var schools = await SchoolsOfThenAsync(lives, cancellationToken);
        var shown = lives
            .Select(x => (x.Flag, x.Life, School: SchoolOf(x.Flag, x.Life, schools)))
            .Where(x => (scope.School is null || x.School == scope.School) && scope.MayShow(x.Flag.PupilId))
            .ToList();
        long[] pupils = [.. shown.Select(x => x.Flag.PupilId).Distinct()];
        var upns = await _pupils.UpnsAsync(pupils, cancellationToken);
        var born = await _pupils.BornAsync(pupils, cancellationToken);
        return InOrder(shown.ConvertAll(x => new ExportedFlag
        {
            Flag = x.Flag,
            Life = x.Life,
            Pupil = _pupils.Tell(x.Flag.PupilId, born[x.Flag.PupilId], upns.GetValueOrDefault(x.Flag.PupilId)),
            Pseudonym = scope.Pseudonyms?.OfFlag(x.Flag.FlagId) ?? [],
            Child = children[(x.Life.LastFound.RunId, x.Flag.PupilId)],
            School = x.School,
            Evidence = IsAsLastFound(x.Flag, x.Life) ? StoredMessage.Read<FlagExplanation>(x.Flag.Evidence) : null,
        }));
    }

    private async Task<List<(FlagRow Flag, FlagLife Life)>> LivesAsync(JudgingRuns runs, CancellationToken cancellationToken)
    {
        var flags = await scope.Snapshot.Context.Flags
            .Where(x => x.Authority == scope.Authority && x.OpenDate <= scope.Window.To)
            .ToListAsync(cancellationToken);
        var steps = (await scope.Snapshot.Context.FlagEvents
            .Where(x => x.Authority == scope.Authority && (x.Position == null || x.Position <= scope.Snapshot.Position))
            .OrderBy(x => x.FlagEventId)
            .ToListAsync(cancellationToken)).Where(x => x.RunId is not { } run || runs.Contains(run)).ToLookup(x => x.FlagId);
        var lives =
            from flag in flags
            let life = FlagLife.Of(steps[flag.FlagId], runs)
            where life is { CloseDate: null } || life?.CloseDate >= scope.Window.From
            select (flag, life);
        return [.. lives];
    }

    private async Task<Dictionary<(long Run, long Pupil), RunChildRow>> ChildrenAsync(
        List<(FlagRow Flag, FlagLife Life)> lives, CancellationToken cancellationToken)
    {
        long[] runs = [.. lives.Select(x => x.Life.LastFound.RunId).Distinct()];
        return await scope.Snapshot.Context.RunChildren
            .Where(x => x.Authority == scope.Authority && EF.Parameter(runs).Contains(x.RunId))
            .ToDictionaryAsync(x => (x.RunId, x.PupilId), cancellationToken);
    }

    /// <summary>Where the flag's row tells of a later run, the roll of then tells the school.</summary>
    private Task<MainSchools> SchoolsOfThenAsync(List<(FlagRow Flag, FlagLife Life)> lives, CancellationToken cancellationToken) => MainSchools.ReadAsync(
        scope, [.. lives.Where(x => !IsAsLastFound(x.Flag, x.Life)).Select(x => x.Flag.PupilId).Distinct()], cancellationToken);

    private static int? SchoolOf(FlagRow flag, FlagLife life, MainSchools ofThen) =>
        IsAsLastFound(flag, life) ? flag.Laestab : ofThen.Of(flag.PupilId, life.LastFound.AsOfDate);

    private static bool IsAsLastFound(FlagRow flag, FlagLife life) => flag.LastFoundRunId == life.LastFound.RunId;

    private List<ExportedFlag> InOrder(List<ExportedFlag> flags)
    {
        flags.Sort(scope.IsIdentified
            ? (one, other) => one.Flag.FlagId.CompareTo(other.Flag.FlagId)
            : (one, other) => one.Pseudonym.AsSpan().SequenceCompareTo(other.Pseudonym));
        return flags;
    }
}
