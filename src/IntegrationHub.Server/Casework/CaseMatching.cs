using IntegrationHub.Server.Identity;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Casework;

/// <summary>
/// Joins the children of case sources to pupils: by a UPN with the right check letter together with an equal date of birth, and
/// by nothing less. It is asked again whenever either side changes, from the roll or from the source.
/// </summary>
/// <remarks>
/// Where two pupils have the same UPN and date of birth, as twins may by a slip of the pen, neither is taken: the record stays
/// unmatched. A UPN that a pupil had before counts as well, because case systems learn of a new one late.
/// </remarks>
internal static class CaseMatching
{
    private const string Rule = "UPN_AND_DATE_OF_BIRTH";

    /// <summary>Asks again for all source records that hold one of these UPNs, after pupils have changed and been saved.</summary>
    public static async Task RematchAsync(
        HubDbContext context, string authority, long position, IReadOnlyCollection<string> upns, CancellationToken cancellationToken)
    {
        if (upns.Count == 0)
            return;
        var values = upns.ToArray();
        var persons = await context.SourcePersons
            .AsNoTracking()
            .Where(x => x.Authority == authority && x.Upn != null && EF.Parameter(values).Contains(x.Upn))
            .ToListAsync(cancellationToken);
        await RematchAsync(context, authority, position, persons, cancellationToken);
    }

    /// <summary>Asks again for some records of sources, which have been changed.</summary>
    public static async Task RematchAsync(
        HubDbContext context, string authority, long position, IReadOnlyCollection<SourcePersonRow> persons, CancellationToken cancellationToken)
    {
        if (persons.Count == 0)
            return;
        var standing = await StandingAsync(context, authority, persons, cancellationToken);
        var pupils = await PupilsAsync(context, authority, persons, cancellationToken);
        foreach (var person in persons)
        {
            var pupil = PupilOf(person, pupils);
            var match = standing.GetValueOrDefault((person.SourceId, person.SourcePersonId));
            if (match?.PupilId == pupil)
                continue;
            match?.ToPosition = position;
            if (pupil is { } pupilId)
                context.Matches.Add(NewMatch(person, pupilId, position));
        }
    }

    private static async Task<Dictionary<(string, string), MatchRow>> StandingAsync(
        HubDbContext context, string authority, IReadOnlyCollection<SourcePersonRow> persons, CancellationToken cancellationToken)
    {
        var standing = new Dictionary<(string, string), MatchRow>();
        foreach (var source in persons.GroupBy(x => x.SourceId))
        {
            var ids = source.Select(x => x.SourcePersonId).ToArray();
            var matches = context.Matches.Where(x => x.Authority == authority && x.SourceId == source.Key && x.ToPosition == null
                && EF.Parameter(ids).Contains(x.SourcePersonId));
            await foreach (var match in matches.AsAsyncEnumerable().WithCancellation(cancellationToken))
                standing[(match.SourceId, match.SourcePersonId)] = match;
        }
        return standing;
    }

    private static async Task<ILookup<(string Upn, DateOnly Born), long>> PupilsAsync(
        HubDbContext context, string authority, IReadOnlyCollection<SourcePersonRow> persons, CancellationToken cancellationToken)
    {
        var upns = persons.Where(CanBeMatched).Select(x => x.Upn!).Distinct().ToArray();
        var pupils =
            from identifier in context.PupilIdentifiers
            join pupil in context.Pupils on identifier.PupilId equals pupil.PupilId
            where identifier.Authority == authority && identifier.Scope == 0 && EF.Parameter(upns).Contains(identifier.Value)
                && (identifier.Scheme == IdentifierScheme.Upn || identifier.Scheme == IdentifierScheme.FormerUpn)
                && identifier.Quality == IdentifierQuality.Valid && identifier.ToPosition == null
            select new { identifier.Value, pupil.DateOfBirth, pupil.PupilId };
        return (await pupils.ToListAsync(cancellationToken)).ToLookup(x => (x.Value, x.DateOfBirth), x => x.PupilId);
    }

    private static long? PupilOf(SourcePersonRow person, ILookup<(string Upn, DateOnly Born), long> pupils)
    {
        if (!CanBeMatched(person))
            return null;
        var found = pupils[(person.Upn!, person.DateOfBirth!.Value)].Distinct().ToList();
        return found is [var only] ? only : null;
    }

    private static bool CanBeMatched(SourcePersonRow person) =>
        person is { ClosedPosition: null, UpnQuality: IdentifierQuality.Valid, Upn: not null, DateOfBirth: not null };

    private static MatchRow NewMatch(SourcePersonRow person, long pupilId, long position) => new()
    {
        Authority = person.Authority,
        SourceId = person.SourceId,
        SourcePersonId = person.SourcePersonId,
        PupilId = pupilId,
        Rule = Rule,
        FromPosition = position,
    };
}
