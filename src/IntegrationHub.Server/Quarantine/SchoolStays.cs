using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Quarantine;

/// <summary>The stays at a school that a mend concerns, each with whose it is.</summary>
internal static class SchoolStays
{
    public static async Task<IReadOnlyList<(long EnrolmentId, long PupilId)>> AllAsync(
        HubDbContext context, SchoolKey school, CancellationToken cancellationToken) =>
        Pairs(await At(context, school).Select(x => new StayKey(x.EnrolmentId, x.PupilId)).ToListAsync(cancellationToken));

    /// <summary>Stays of pupils who have or had one of these identifiers.</summary>
    public static async Task<IReadOnlyList<(long EnrolmentId, long PupilId)>> NamedAsync(
        HubDbContext context, SchoolKey school, IEnumerable<PupilKey> keys, CancellationToken cancellationToken)
    {
        var stays = new HashSet<(long, long)>();
        foreach (var key in keys)
            stays.UnionWith(Pairs(await Named(context, school, key).Select(x => new StayKey(x.EnrolmentId, x.PupilId)).ToListAsync(cancellationToken)));
        return [.. stays];
    }

    /// <summary>Whether somebody on the school's roll has or had the identifier.</summary>
    public static Task<bool> AnyNamedAsync(HubDbContext context, SchoolKey school, PupilKey key, CancellationToken cancellationToken) =>
        Named(context, school, key).AnyAsync(x => !x.Removed, cancellationToken);

    private static IQueryable<EnrolmentRow> At(HubDbContext context, SchoolKey school) =>
        context.Enrolments.Where(x => x.Authority == school.Authority && x.Laestab == school.Laestab);

    private static IQueryable<EnrolmentRow> Named(HubDbContext context, SchoolKey school, PupilKey key)
    {
        var scope = key.Scheme == PupilScheme.Mis ? school.Laestab : 0;
        string[] schemes = key.Scheme == PupilScheme.Mis ? [IdentifierScheme.Mis] : [IdentifierScheme.Upn, IdentifierScheme.FormerUpn];
        return At(context, school).Where(stay => context.PupilIdentifiers.Any(
            x => x.Authority == school.Authority && x.PupilId == stay.PupilId && x.Scope == scope && x.Value == key.Value
                && schemes.Contains(x.Scheme)));
    }

    private static List<(long, long)> Pairs(List<StayKey> stays) => stays.ConvertAll(x => (x.EnrolmentId, x.PupilId));

    private readonly record struct StayKey(long EnrolmentId, long PupilId);
}
