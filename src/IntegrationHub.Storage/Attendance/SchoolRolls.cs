using System.Collections.Concurrent;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Storage.Attendance;

/// <summary>The schools' rolls in memory, with how their registers are to be read: read when first asked for and again after each change.</summary>
public sealed class SchoolRolls(HubDatabase database)
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

    /// <summary>Reads a school's roll, with how its registers are to be read, from what is known.</summary>
    /// <param name="position">Journal position of the roll's last change.</param>
    public static async Task<SchoolRoll> LoadAsync(
        KnownRecords known, SchoolKey school, long position, CancellationToken cancellationToken)
    {
        var enrolments = await known.Enrolments
            .Where(x => x.Authority == school.Authority && x.Laestab == school.Laestab && !x.Removed)
            .ToListAsync(cancellationToken);
        var identifiers = await Identifiers(known, school).ToListAsync(cancellationToken);
        return new SchoolRoll(position, enrolments, identifiers, await MendsAsync(known, school, cancellationToken));
    }

    private static async Task<SchoolMends> MendsAsync(KnownRecords known, SchoolKey school, CancellationToken cancellationToken)
    {
        const int AllSchools = 0;
        return new SchoolMends(
            await known.CodeMappings
                .Where(x => x.Authority == school.Authority && (x.Laestab == school.Laestab || x.Laestab == AllSchools))
                .ToListAsync(cancellationToken),
            await known.IdentifierCorrections
                .Where(x => x.Authority == school.Authority && x.Laestab == school.Laestab).ToListAsync(cancellationToken),
            await known.DiscardedMarks
                .Where(x => x.Authority == school.Authority && x.Laestab == school.Laestab).ToListAsync(cancellationToken));
    }

    private async Task<SchoolRoll> LoadAsync(SchoolKey school)
    {
        await using var snapshot = await database.BeginReadAsync(CancellationToken.None);
        var position = await snapshot.Context.SchoolStates
            .Where(x => x.Authority == school.Authority && x.Laestab == school.Laestab)
            .Select(x => x.RollPosition)
            .FirstOrDefaultAsync();
        return await LoadAsync(snapshot.Known, school, position, CancellationToken.None);
    }

    private static IQueryable<PupilIdentifierRow> Identifiers(KnownRecords known, SchoolKey school) =>
        from identifier in known.PupilIdentifiers
        where identifier.Authority == school.Authority
            && (identifier.Scope == 0 || identifier.Scope == school.Laestab)
            && known.Enrolments.Any(x => x.Authority == school.Authority && x.Laestab == school.Laestab && x.PupilId == identifier.PupilId)
        select identifier;
}
