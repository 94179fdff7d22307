using System.Runtime.CompilerServices;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Attendance;

/// <summary>
/// Reads every enrolment that counts in a window, with its marks and what the roll says of it, school by school, so that a county takes
/// no more memory than its largest schools. Everything is as known at the snapshot's position.
/// </summary>
/// <remarks>
/// Reading is most of the work, and one school's has nothing to do with another's: the next schools are read on the machine's other
/// processors while one is counted. They are given in order all the same.
/// </remarks>
internal sealed class AttendanceSurvey(AttendanceStore store, ReadSnapshot snapshot, string authority, AttendanceWindow window)
{
    private static readonly int AtOnce = Math.Clamp(Environment.ProcessorCount, 1, 4);

    private readonly List<SchoolFreshness> _fresh = [];

    /// <summary>Whether to read what marks carry beside their codes.</summary>
    public bool WithDetails { get; init; }

    public SlotRange[] Ranges { get; } = [.. window.SlotRanges];

    /// <summary>How fresh the schools read so far are.</summary>
    public IReadOnlyList<SchoolFreshness> Fresh => _fresh;

    /// <summary>The authority's schools by number, those without a pupil too; or one of them.</summary>
    /// <param name="only">The school's number; null: all.</param>
    public async IAsyncEnumerable<SurveyedSchool> ReadSchoolsAsync(int? only, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var schools = await SchoolsAsync(only, cancellationToken);
        await using var ahead = new ReadAhead(store, snapshot, Math.Min(AtOnce, schools.Count));
        await foreach (var read in ahead.ReadAsync(schools, (school, view) => ReadAsync(school, view, cancellationToken), cancellationToken))
        {
            _fresh.Add(read.Freshness);
            yield return read;
        }
    }

    /// <summary>
    /// Every child, once: the children of one school are given with it, those of several after their last school. Their enrolments come
    /// with the one first under which the child is told: open on the window's last day before ended, main before subsidiary, the one
    /// entered last, the lower number.
    /// </summary>
    /// <param name="schoolRead">Told of each school before the first child that is given with it. Null: nobody asks.</param>
    public async IAsyncEnumerable<SurveyedChild> ReadChildrenAsync(
        Action<SurveyedSchool>? schoolRead, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var several = await PupilsOfSeveralAsync(cancellationToken);
        var waiting = new Dictionary<long, List<SurveyedEnrolment>>();
        await foreach (var school in ReadSchoolsAsync(null, cancellationToken))
        {
            schoolRead?.Invoke(school);
            foreach (var enrolment in school.Enrolments)
            {
                if (!several.TryGetValue(enrolment.Facts.PupilId, out var count))
                {
                    yield return new([enrolment]);
                    continue;
                }
                if (!waiting.TryGetValue(enrolment.Facts.PupilId, out var enrolments))
                    waiting[enrolment.Facts.PupilId] = enrolments = [];
                enrolments.Add(enrolment);
                if (enrolments.Count < count)
                    continue;
                waiting.Remove(enrolment.Facts.PupilId);
                yield return new(InOrder(enrolments));
            }
        }
    }

    /// <summary>One child, as <see cref="ReadChildrenAsync"/> gives it. Its schools are read with it.</summary>
    /// <param name="schoolRead">Told of each.</param>
    /// <returns>Null: no enrolment of the child counts in the window.</returns>
    public async Task<SurveyedChild?> FindChildAsync(long pupilId, Action<SurveyedSchool> schoolRead, CancellationToken cancellationToken)
    {
        var schools = await RolledEnrolments.Counting(snapshot.Known, authority, window)
            .Where(x => x.PupilId == pupilId).Select(x => x.Laestab).Distinct().OrderBy(x => x).ToListAsync(cancellationToken);
        var enrolments = new List<SurveyedEnrolment>();
        foreach (var laestab in schools)
        {
            await foreach (var school in ReadSchoolsAsync(laestab, cancellationToken))
            {
                schoolRead(school);
                enrolments.AddRange(school.Enrolments.Where(x => x.Facts.PupilId == pupilId));
            }
        }
        return enrolments.Count == 0 ? null : new(InOrder(enrolments));
    }

    private SurveyedEnrolment[] InOrder(List<SurveyedEnrolment> several) =>
    [
        .. several
            .OrderByDescending(x => x.Facts.Stay.IsOpenOn(window.To))
            .ThenBy(x => x.Facts.Status)
            .ThenByDescending(x => x.Facts.Stay.Entry)
            .ThenBy(x => x.Facts.Stay.Laestab),
    ];

    private async Task<SurveyedSchool> ReadAsync(SchoolRow school, ReadSnapshot view, CancellationToken cancellationToken)
    {
        var rolled = new RolledEnrolments(view, authority).Read(school.Laestab, window);
        var read = await store.ReadAsync(
            view, new SchoolKey(authority, school.Laestab), null, Ranges.Years(), cancellationToken);
        var enrolments = rolled.ConvertAll(x => new SurveyedEnrolment(x, new WindowMarks(Ranges, x.Stay, read.Strips)));
        var details = WithDetails ? await new SchoolDetails(view, authority, school.Laestab).ReadAsync(Ranges, null, read, cancellationToken) : [];
        return new(school, enrolments, SchoolFreshness.Of(school.Laestab, read), details);
    }

    private Task<List<SchoolRow>> SchoolsAsync(int? only, CancellationToken cancellationToken) => snapshot.Known.Schools
        .Where(x => x.Authority == authority && (only == null || x.Laestab == only))
        .OrderBy(x => x.Laestab)
        .ToListAsync(cancellationToken);

    /// <summary>The pupils with more than one enrolment in the window, and how many each has.</summary>
    private Task<Dictionary<long, int>> PupilsOfSeveralAsync(CancellationToken cancellationToken) =>
        RolledEnrolments.Counting(snapshot.Known, authority, window)
            .GroupBy(x => x.PupilId)
            .Where(x => x.Count() > 1)
            .Select(x => new { x.Key, Count = x.Count() })
            .ToDictionaryAsync(x => x.Key, x => x.Count, cancellationToken);
}
