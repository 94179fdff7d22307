using IntegrationHub.Server.Identity;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Roll;

/// <summary>Reads what a change of a school's roll needs, in a handful of queries however many records it has.</summary>
internal sealed class RollStateLoader(HubDbContext context, SchoolKey school, IReadOnlyCollection<RollEntry> entries)
{
    private readonly string[] _misIds = [.. entries.Select(x => x.MisPupilId).Distinct()];
    private readonly string[] _upns = [.. entries.SelectMany(x => x.ValidUpns).Distinct()];

    /// <param name="wholeSchool">Reads all of the school's stays, for a snapshot, which also speaks of those it does not name.</param>
    public async Task<RollState> LoadAsync(long position, bool wholeSchool, CancellationToken cancellationToken)
    {
        var state = new RollState(school, position);
        var stays = wholeSchool ? await StaysHere().ToListAsync(cancellationToken) : [];
        var ids = stays.Select(x => x.PupilId).ToHashSet();
        ids.UnionWith(await NamedByMis().ToListAsync(cancellationToken));
        ids.UnionWith(await NamedByUpn().ToListAsync(cancellationToken));

        var pupilIds = ids.ToArray();
        await foreach (var pupil in Pupils(pupilIds).AsAsyncEnumerable().WithCancellation(cancellationToken))
            state.Load(pupil);
        await foreach (var identifier in Identifiers(pupilIds).AsAsyncEnumerable().WithCancellation(cancellationToken))
            state.Load(identifier);
        foreach (var stay in stays)
            state.Load(stay);
        var others = StaysOf(pupilIds).Where(x => !wholeSchool || x.Laestab != school.Laestab);
        await foreach (var stay in others.AsAsyncEnumerable().WithCancellation(cancellationToken))
            state.Load(stay);
        return state;
    }

    private IQueryable<EnrolmentRow> StaysHere() =>
        context.Enrolments.AsNoTracking().Where(x => x.Authority == school.Authority && x.Laestab == school.Laestab);

    private IQueryable<EnrolmentRow> StaysOf(long[] pupilIds) =>
        context.Enrolments.AsNoTracking().Where(x => x.Authority == school.Authority && EF.Parameter(pupilIds).Contains(x.PupilId));

    private IQueryable<long> NamedByMis() => context.PupilIdentifiers
        .Where(x => x.Authority == school.Authority && x.Scheme == IdentifierScheme.Mis && x.Scope == school.Laestab
            && EF.Parameter(_misIds).Contains(x.Value))
        .Select(x => x.PupilId);

    private IQueryable<long> NamedByUpn() => context.PupilIdentifiers
        .Where(x => x.Authority == school.Authority && (x.Scheme == IdentifierScheme.Upn || x.Scheme == IdentifierScheme.FormerUpn)
            && x.Scope == 0 && EF.Parameter(_upns).Contains(x.Value) && x.Quality == IdentifierQuality.Valid && x.ToPosition == null)
        .Select(x => x.PupilId);

    private IQueryable<PupilRow> Pupils(long[] pupilIds) =>
        context.Pupils.AsNoTracking().Where(x => x.Authority == school.Authority && EF.Parameter(pupilIds).Contains(x.PupilId));

    private IQueryable<PupilIdentifierRow> Identifiers(long[] pupilIds) => context.PupilIdentifiers
        .AsNoTracking()
        .Where(x => x.Authority == school.Authority && EF.Parameter(pupilIds).Contains(x.PupilId)
            && (x.Scope == 0 || x.Scope == school.Laestab));
}
