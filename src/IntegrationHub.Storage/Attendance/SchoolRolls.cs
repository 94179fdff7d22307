using System.Collections.Concurrent;
using IntegrationHub.Storage.Model;
using IntegrationHub.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Storage.Attendance;

/// <summary>The schools' rolls in memory, with how their registers are to be read: read when first asked for and again after each change.</summary>
public sealed class SchoolRolls(SqliteDatabase database)
{
    private readonly ConcurrentDictionary<SchoolKey, Lazy<Task<SchoolRoll>>> _rolls = new();

    /// <summary>The school's roll as it is now.</summary>
    public ValueTask<SchoolRoll> GetAsync(SchoolKey school)
    {
        var roll = _rolls.GetOrAdd(school, key => new Lazy<Task<SchoolRoll>>(() => LoadAsync(key))).Value;
        if (roll.IsCompletedSuccessfully)
            return new(roll.Result);
        if (roll.IsFaulted)
            _rolls.TryRemove(school, out _);
        return new(roll);
    }

    /// <summary>Forgets a roll after its change has been committed.</summary>
    public void Invalidate(SchoolKey school) => _rolls.TryRemove(school, out _);

    /// <summary>Reads a school's roll in a given context's snapshot.</summary>
    public static async Task<SchoolRoll> LoadAsync(HubDbContext context, SchoolKey school, CancellationToken cancellationToken)
    {
        var position = await context.SchoolStates
            .Where(x => x.Authority == school.Authority && x.Laestab == school.Laestab)
            .Select(x => x.RollPosition)
            .FirstOrDefaultAsync(cancellationToken);
        var enrolments = await context.Enrolments
            .Where(x => x.Authority == school.Authority && x.Laestab == school.Laestab && !x.Removed)
            .ToListAsync(cancellationToken);
        var identifiers = await Identifiers(context, school).ToListAsync(cancellationToken);
        return new SchoolRoll(position, enrolments, identifiers, await MendsAsync(context, school, cancellationToken));
    }

    private static async Task<SchoolMends> MendsAsync(HubDbContext context, SchoolKey school, CancellationToken cancellationToken)
    {
        const int AllSchools = 0;
        return new SchoolMends(
            await context.CodeMappings
                .Where(x => x.Authority == school.Authority && (x.Laestab == school.Laestab || x.Laestab == AllSchools))
                .ToListAsync(cancellationToken),
            await context.IdentifierCorrections
                .Where(x => x.Authority == school.Authority && x.Laestab == school.Laestab).ToListAsync(cancellationToken),
            await context.DiscardedMarks
                .Where(x => x.Authority == school.Authority && x.Laestab == school.Laestab).ToListAsync(cancellationToken));
    }

    private async Task<SchoolRoll> LoadAsync(SchoolKey school)
    {
        await using var context = database.CreateReadContext();
        return await LoadAsync(context, school, CancellationToken.None);
    }

    private static IQueryable<PupilIdentifierRow> Identifiers(HubDbContext context, SchoolKey school) =>
        from identifier in context.PupilIdentifiers
        where identifier.Authority == school.Authority
            && (identifier.Scope == 0 || identifier.Scope == school.Laestab)
            && context.Enrolments.Any(x => x.Authority == school.Authority && x.Laestab == school.Laestab && x.PupilId == identifier.PupilId)
        select identifier;
}
