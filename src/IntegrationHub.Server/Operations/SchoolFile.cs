using IntegrationHub.Domain;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Model;
using IntegrationHub.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Operations;

/// <summary>The authority's schools on file, while they are changed.</summary>
/// <remarks>
/// A school that becomes an academy closes under its old URN and opens under a new one with the same DfE number (LAESTAB), often with
/// another name. It is one school: its pupils and their marks stay, and its name and phase are those of its newest URN.
/// </remarks>
internal sealed class SchoolFile
{
    private readonly HubDbContext _context;
    private readonly string _authority;
    private readonly Dictionary<int, SchoolUrnRow> _urns;
    private readonly Dictionary<int, SchoolRow> _schools;
    private readonly HashSet<int> _named = [];

    private SchoolFile(HubDbContext context, string authority, IEnumerable<SchoolUrnRow> urns, IEnumerable<SchoolRow> schools)
    {
        _context = context;
        _authority = authority;
        _urns = urns.ToDictionary(x => x.Urn);
        _schools = schools.ToDictionary(x => x.Laestab);
    }

    public static async Task<SchoolFile> LoadAsync(HubDbContext context, string authority, CancellationToken cancellationToken) => new(
        context, authority,
        await context.SchoolUrns.Where(x => x.Authority == authority).ToListAsync(cancellationToken),
        await context.Schools.Where(x => x.Authority == authority).ToListAsync(cancellationToken));

    /// <returns>Why the school is not taken; null: it is.</returns>
    public async Task<string?> PutAsync(SchoolItem item, CancellationToken cancellationToken)
    {
        if (_urns.TryGetValue(item.Urn, out var row) && row.Laestab != item.Laestab && await HasSentAsync(row.Laestab, cancellationToken))
            return Reason.UrnOfOtherSchool;
        row ??= Add(item);
        if (row.Laestab != item.Laestab)
            Move(row, item.Laestab);
        (row.OpenDate, row.CloseDate) = (item.OpenDate, item.CloseDate);
        Describe(item);
        _named.Add(item.Laestab);
        return null;
    }

    /// <summary>Lets each URN without a close date end on the day before its successor's first.</summary>
    public void CloseSucceeded()
    {
        foreach (var laestab in _named)
        {
            var urns = _urns.Values.Where(x => x.Laestab == laestab).OrderBy(x => x.OpenDate ?? DateOnly.MinValue).ToList();
            for (var i = 0; i + 1 < urns.Count; i++)
            {
                if (urns[i].CloseDate is null && urns[i + 1].OpenDate is { } opens && !(opens <= urns[i].OpenDate))
                    urns[i].CloseDate = opens.AddDays(-1);
            }
        }
    }

    /// <summary>How many schools have a new URN, and how many others are not what they were.</summary>
    public (int Added, int Changed) Count()
    {
        var urns = _context.ChangeTracker.Entries<SchoolUrnRow>().ToLookup(x => x.State, x => x.Entity.Laestab);
        var schools = _context.ChangeTracker.Entries<SchoolRow>().ToLookup(x => x.State, x => x.Entity.Laestab);
        var changed = urns[EntityState.Modified].Union(schools[EntityState.Modified]).Except(urns[EntityState.Added]);
        return (urns[EntityState.Added].Count(), changed.Count());
    }

    /// <summary>Keeps what the schools were called before.</summary>
    public void KeepVersions(long position)
    {
        var versions = new VersionWriter(_context, position);
        versions.Put<SchoolRow, SchoolVersionRow>(_schools.Values);
        foreach (var gone in _context.ChangeTracker.Entries<SchoolRow>().Where(x => x.State == EntityState.Deleted))
            versions.End<SchoolRow, SchoolVersionRow>(gone.Entity);
    }

    private SchoolUrnRow Add(SchoolItem item)
    {
        var row = new SchoolUrnRow { Authority = _authority, Urn = item.Urn, Laestab = item.Laestab };
        _context.Add(row);
        return _urns[item.Urn] = row;
    }

    /// <summary>A slip in a DfE number can be mended as long as nothing was kept under it.</summary>
    private void Move(SchoolUrnRow row, int laestab)
    {
        var before = row.Laestab;
        row.Laestab = laestab;
        if (!_urns.Values.Any(x => x.Laestab == before) && _schools.Remove(before, out var school))
            _context.Remove(school);
    }

    private void Describe(SchoolItem item)
    {
        if (!_schools.TryGetValue(item.Laestab, out var school))
        {
            school = new SchoolRow { Authority = _authority, Laestab = item.Laestab, Name = item.Name, Phase = item.Phase };
            _context.Add(school);
            _schools[item.Laestab] = school;
            return;
        }
        var isNewest = !_urns.Values.Any(x => x.Laestab == item.Laestab && x.OpenDate > (item.OpenDate ?? DateOnly.MinValue));
        if (isNewest)
            (school.Name, school.Phase) = (item.Name, item.Phase);
    }

    private Task<bool> HasSentAsync(int laestab, CancellationToken cancellationToken) =>
        _context.Journal.AnyAsync(x => x.Authority == _authority && x.School == laestab, cancellationToken);
}

/// <summary>One school of a request, checked.</summary>
internal sealed record SchoolItem
{
    public required int Urn { get; init; }
    public required int Laestab { get; init; }
    public required string Name { get; init; }
    public required string Phase { get; init; }
    public DateOnly? OpenDate { get; init; }
    public DateOnly? CloseDate { get; init; }
}
