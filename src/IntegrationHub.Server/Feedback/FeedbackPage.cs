using System.Globalization;
using IntegrationHub.Server.Attendance;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Feedback;

/// <summary>One page of feedback.</summary>
/// <param name="Schools">Those whose lists begin on the page, each with the length of its whole list.</param>
/// <param name="NextPageToken">Empty: nothing follows.</param>
internal sealed record FeedbackPage<TEntry>(
    IReadOnlyList<TEntry> Entries, IReadOnlyList<(SchoolRow School, SchoolStanding Standing, int Entries)> Schools, string NextPageToken,
    Freshness Freshness);

/// <summary>Lays the schools' lists end to end and takes a page of them. A page reads no school before its own, and none after.</summary>
/// <remarks>A school without entries needs a page too: the last one may hold nothing but such schools.</remarks>
internal sealed class FeedbackPager<TEntry>(ISchoolList<TEntry> list, Paging paging)
    where TEntry : SchoolListEntry
{
    private readonly List<TEntry> _entries = [];
    private readonly List<(SchoolRow, SchoolStanding, int)> _schools = [];
    private readonly List<SchoolFreshness> _fresh = [];

    /// <param name="schools">The schools asked about, by number.</param>
    public async Task<FeedbackPage<TEntry>> ReadAsync(
        IEnumerable<SchoolRow> schools, long position, DateTime asOfTime, CancellationToken cancellationToken)
    {
        var (first, after) = Start();
        var token = "";
        foreach (var school in schools.Where(x => x.Laestab >= first))
        {
            var full = _entries.Count == paging.Size;
            if (full || !Take(await list.ReadAsync(school, cancellationToken), school.Laestab == first ? after : null))
            {
                token = paging.TokenAfter(KeyOf(_entries[^1]));
                break;
            }
        }
        return new(_entries, _schools, token, new(position, asOfTime, _fresh));
    }

    /// <returns>False: the page is full, and entries follow.</returns>
    private bool Take(SchoolList<TEntry> read, string? after)
    {
        var entries = read.Entries.OrderBy(x => x.Place, StringComparer.Ordinal).SkipWhile(x => string.CompareOrdinal(x.Place, after) <= 0);
        var begins = after is null;
        foreach (var entry in entries)
        {
            if (_entries.Count == paging.Size)
                return false;
            if (begins)
                Begin(read);
            begins = false;
            _entries.Add(entry);
        }
        if (begins)
            Begin(read);
        return true;
    }

    private void Begin(SchoolList<TEntry> read)
    {
        _schools.Add((read.School, read.Standing, read.Entries.Count));
        _fresh.Add(read.Freshness);
    }

    private static string KeyOf(TEntry entry) => string.Create(CultureInfo.InvariantCulture, $"{entry.Laestab}/{entry.Place}");

    /// <summary>The school with which the page begins, and the place in its list after which it does.</summary>
    private (int School, string? After) Start()
    {
        if (paging.After is not { } key)
            return (0, null);
        var end = key.IndexOf('/', StringComparison.Ordinal);
        return end > 0 && int.TryParse(key.AsSpan(0, end), NumberStyles.None, CultureInfo.InvariantCulture, out var school)
            ? (school, key[(end + 1)..])
            : throw Paging.InvalidToken();
    }
}
