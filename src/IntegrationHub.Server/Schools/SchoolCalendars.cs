using IntegrationHub.Domain.Calendar;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Schools;

/// <summary>
/// Calendars by school. A school with terms of its own in an academic year follows those alone in that year, and the authority's
/// in the others; closures, and openings, of the authority and of the school add up.
/// </summary>
internal sealed class SchoolCalendars(
    IReadOnlyList<TermRow> terms, IReadOnlyList<ClosureRow> closures, IReadOnlyList<SchoolOpeningRow> openings)
{
    private const int Everywhere = 0;

    /// <summary>The authority's own terms, closures and openings, without those of single schools.</summary>
    /// <returns>Null: no term is on file.</returns>
    public SchoolCalendar? OfAuthority(string authority) => Find(authority, Everywhere);

    /// <returns>Null: no term is on file.</returns>
    public SchoolCalendar? Find(string authority, int laestab)
    {
        var own = terms.Where(x => x.Authority == authority && x.Laestab == laestab).ToList();
        var ownYears = own.Select(x => x.AcademicYear).ToHashSet();
        var shared = terms.Where(x => x.Authority == authority && x.Laestab == Everywhere && !ownYears.Contains(x.AcademicYear));
        var all = own.Concat(shared).OrderBy(x => x.StartDate).Select(ToTerm).ToList();
        if (all.Count == 0)
            return null;
        var closed = closures
            .Where(x => x.Authority == authority && (x.Laestab == laestab || x.Laestab == Everywhere))
            .SelectMany(x => Days(x.StartDate, x.EndDate));
        var kept = openings
            .Where(x => x.Authority == authority && (x.Laestab == laestab || x.Laestab == Everywhere))
            .SelectMany(x => Days(x.StartDate, x.EndDate).Where(day => day.DayOfWeek == (DayOfWeek)x.Day));
        return new SchoolCalendar(all, closed, kept);
    }

    /// <summary>The calendars of an authority's schools, as they were known.</summary>
    public static async Task<SchoolCalendars> ReadAsync(KnownRecords known, string authority, CancellationToken cancellationToken) => new(
        await known.Terms.Where(x => x.Authority == authority).ToListAsync(cancellationToken),
        await known.Closures.Where(x => x.Authority == authority).ToListAsync(cancellationToken),
        await known.Openings.Where(x => x.Authority == authority).ToListAsync(cancellationToken));

    private static Term ToTerm(TermRow row) => new(row.Name, row.StartDate, row.EndDate, row.HalfTermStartDate, row.HalfTermEndDate);

    private static IEnumerable<DateOnly> Days(DateOnly first, DateOnly last)
    {
        for (var day = first; day <= last; day = day.AddDays(1))
            yield return day;
    }
}
