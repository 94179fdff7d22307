using IntegrationHub.Domain.Attendance;
using IntegrationHub.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Schools;

/// <summary>Finds terms by their names in the calendar of today.</summary>
internal sealed class TermDates(SqliteDatabase database)
{
    private const int Everywhere = 0;

    /// <summary>
    /// The latest term of a name that has begun, from its first day to its last. A school with terms of its own in an academic year follows
    /// those alone in that year.
    /// </summary>
    /// <param name="school">The school's number; null: the authority's terms.</param>
    /// <param name="name">In any case.</param>
    /// <returns>Null: no such term has begun.</returns>
    public async Task<AttendanceWindow?> FindAsync(
        string authority, int? school, string name, DateOnly today, CancellationToken cancellationToken)
    {
        await using var context = database.CreateReadContext();
        var terms = await context.Terms
            .Where(x => x.Authority == authority && (x.Laestab == Everywhere || x.Laestab == school))
            .ToListAsync(cancellationToken);
        var ownYears = terms.Where(x => x.Laestab != Everywhere).Select(x => x.AcademicYear).ToHashSet();
        var term = terms
            .Where(x => x.Laestab != Everywhere || !ownYears.Contains(x.AcademicYear))
            .Where(x => x.StartDate <= today && x.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase))
            .MaxBy(x => x.StartDate);
        return term is null ? null : AttendanceWindow.Dates(term.StartDate, term.EndDate);
    }
}
