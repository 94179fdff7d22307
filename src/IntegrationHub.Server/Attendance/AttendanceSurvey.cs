using System.Runtime.CompilerServices;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Model;
using IntegrationHub.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Attendance;

/// <summary>
/// Reads every enrolment that counts in a window, with its marks and what the roll says of it, school by school, so that a county takes
/// no more memory than its largest school. Everything is as known at the snapshot's position.
/// </summary>
internal sealed class AttendanceSurvey(AttendanceStore store, ReadSnapshot snapshot, string authority, AttendanceWindow window)
{
    public SlotRange[] Ranges { get; } = [.. window.SlotRanges];

    /// <summary>The authority's schools by number, those without a pupil too; or one of them.</summary>
    /// <param name="only">The school's number; null: all.</param>
    public async IAsyncEnumerable<SurveyedSchool> ReadSchoolsAsync(int? only, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var school in await SchoolsAsync(only, cancellationToken))
        {
            var facts = await FactsOf(school.Laestab).ToListAsync(cancellationToken);
            yield return await ReadAsync(school, facts, cancellationToken);
        }
    }

    /// <summary>
    /// Every child, once: the children of one school are given with it, those of several after their last school. Their enrolments come
    /// with the one first under which the child is told: open on the window's last day before ended, main before subsidiary, the one
    /// entered last, the lower number.
    /// </summary>
    public async IAsyncEnumerable<SurveyedChild> ReadChildrenAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var facts = (await FactsOf(null).ToListAsync(cancellationToken)).ToLookup(x => x.Stay.Laestab);
        var enrolled = facts.SelectMany(x => x).CountBy(x => x.PupilId).ToDictionary();
        var waiting = new Dictionary<long, List<SurveyedEnrolment>>();
        foreach (var school in await SchoolsAsync(null, cancellationToken))
        {
            var read = await ReadAsync(school, [.. facts[school.Laestab]], cancellationToken);
            foreach (var enrolment in read.Enrolments)
            {
                if (enrolled[enrolment.Facts.PupilId] == 1)
                {
                    yield return new([enrolment]);
                    continue;
                }
                if (!waiting.TryGetValue(enrolment.Facts.PupilId, out var several))
                    waiting[enrolment.Facts.PupilId] = several = [];
                several.Add(enrolment);
                if (several.Count < enrolled[enrolment.Facts.PupilId])
                    continue;
                waiting.Remove(enrolment.Facts.PupilId);
                yield return new(InOrder(several));
            }
        }
    }

    private SurveyedEnrolment[] InOrder(List<SurveyedEnrolment> several) =>
    [
        .. several
            .OrderByDescending(x => x.Facts.Stay.IsOpenOn(window.To))
            .ThenBy(x => x.Facts.Status)
            .ThenByDescending(x => x.Facts.Stay.Entry)
            .ThenBy(x => x.Facts.Stay.Laestab),
    ];

    private async Task<SurveyedSchool> ReadAsync(SchoolRow school, List<EnrolmentFacts> facts, CancellationToken cancellationToken)
    {
        var read = await store.ReadAsync(
            snapshot, new SchoolKey(authority, school.Laestab), null, MarksReader.Years(Ranges), cancellationToken);
        var enrolments = facts.ConvertAll(x => new SurveyedEnrolment(x, new WindowMarks(Ranges, x.Stay, read.Strips)));
        return new(school, enrolments, MarksReader.FreshnessOf(school.Laestab, read), read);
    }

    private Task<List<SchoolRow>> SchoolsAsync(int? only, CancellationToken cancellationToken) => snapshot.Known.Schools
        .Where(x => x.Authority == authority && (only == null || x.Laestab == only))
        .OrderBy(x => x.Laestab)
        .ToListAsync(cancellationToken);

    private IQueryable<EnrolmentFacts> FactsOf(int? school) =>
        from stay in MarksReader.Counting(snapshot.Known, authority, window)
        where school == null || stay.Laestab == school
        join pupil in snapshot.Known.Pupils on stay.PupilId equals pupil.PupilId
        // Protection is a fact about today: what was not yet known to need it then must not come out now.
        join now in snapshot.Context.Pupils on stay.PupilId equals now.PupilId
        select new EnrolmentFacts
        {
            PupilId = stay.PupilId,
            Stay = new Stay(stay.EnrolmentId, stay.Laestab, stay.EntryDate, stay.LeavingDate),
            Status = stay.Status,
            YearGroup = stay.YearGroup,
            SenProvision = stay.SenProvision,
            FreeSchoolMeals = stay.FreeSchoolMeals,
            PupilPremium = stay.PupilPremium,
            HasSocialWorker = stay.HasSocialWorker,
            LookedAfter = stay.LookedAfter,
            DateOfBirth = pupil.DateOfBirth,
            Sex = pupil.Sex,
            HomeAuthority = pupil.HomeAuthority,
            Restricted = now.Restricted,
        };
}
