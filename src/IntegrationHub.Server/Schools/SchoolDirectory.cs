using IntegrationHub.Domain.Calendar;
using IntegrationHub.Storage;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Schools;

/// <summary>
/// The authority's schools and their calendars in memory, read when first asked for and again after each change. Registers and
/// rolls name a school by URN; everything else knows it by its DfE number (LAESTAB), which outlives URNs.
/// </summary>
public sealed class SchoolDirectory(HubDatabase database)
{
    private readonly Lock _lock = new();
    private Task<Snapshot>? _snapshot;

    /// <summary>Finds a school by one of its URNs.</summary>
    /// <returns>Null: no school of the authority has or had it.</returns>
    public async ValueTask<SchoolEntry?> FindAsync(string authority, int urn) =>
        (await SnapshotAsync()).ByUrn.GetValueOrDefault((authority, urn));

    /// <summary>Forgets what is in memory, after a change has been committed.</summary>
    public void Invalidate()
    {
        lock (_lock)
            _snapshot = null;
    }

    private Task<Snapshot> SnapshotAsync()
    {
        // Under the lock, so that a load begun before a change cannot be kept after it.
        lock (_lock)
            return _snapshot = _snapshot is null or { IsFaulted: true } ? LoadAsync() : _snapshot;
    }

    private async Task<Snapshot> LoadAsync()
    {
        await using var context = database.CreateReadContext();
        var schools = await context.Schools.ToDictionaryAsync(x => (x.Authority, x.Laestab));
        var calendars = await LoadCalendarsAsync(context);
        var byUrn = new Dictionary<(string, int), SchoolEntry>();
        foreach (var urn in await context.SchoolUrns.ToListAsync())
        {
            var school = schools[(urn.Authority, urn.Laestab)];
            var calendar = calendars.Find(urn.Authority, urn.Laestab);
            byUrn[(urn.Authority, urn.Urn)] = new(urn.Laestab, school.Name, urn.OpenDate, urn.CloseDate, calendar);
        }
        return new Snapshot(byUrn);
    }

    private static async Task<SchoolCalendars> LoadCalendarsAsync(Storage.HubDbContext context) => new(
        await context.Terms.ToListAsync(), await context.Closures.ToListAsync(), await context.SchoolOpenings.ToListAsync());

    private sealed record Snapshot(IReadOnlyDictionary<(string Authority, int Urn), SchoolEntry> ByUrn);
}

/// <summary>A school under one of its URNs.</summary>
/// <param name="Laestab">DfE number, seven digits.</param>
/// <param name="Name">Name.</param>
/// <param name="OpenDate">First day under this URN; null: before all records.</param>
/// <param name="CloseDate">Last day under this URN, inclusive; null while open.</param>
/// <param name="Calendar">Its terms, closures and openings; null: none are on file, and dates are not checked against them.</param>
public sealed record SchoolEntry(int Laestab, string Name, DateOnly? OpenDate, DateOnly? CloseDate, SchoolCalendar? Calendar);
