using IntegrationHub.Domain.Published.Suppression;
using IntegrationHub.Server.Schools;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Attendance.Summaries;

/// <summary>Adds up the sessions of the authority's schools in one pass, school by school.</summary>
internal sealed class SummaryQuery(AttendanceStore store, ReadSnapshot snapshot, string authority, DateTime asOfTime)
{
    /// <exception cref="Grpc.Core.RpcException">The term, or a school, asked for is not there.</exception>
    public async Task<AttendanceSummary> ReadAsync(SummaryRequest request, SmallNumbers small, CancellationToken cancellationToken)
    {
        await RequireSchoolsAsync(request.Filter.Schools, cancellationToken);
        var window = request.TermName.Length == 0
            ? request.Window
            : await RequestedTerm.FindAsync(snapshot.Known, authority, request.TermName, request.Window.To, cancellationToken);
        var calendars = await SchoolCalendars.ReadAsync(snapshot.Known, authority, cancellationToken);
        var times = new SummaryTimes(window, request.Grouping, request.SecondGrouping, authority, calendars);
        var first = SummaryDimension.Of(CountedBy(request, request.Grouping), times);
        var second = SummaryDimension.Of(CountedBy(request, request.SecondGrouping), times);
        var counter = new SummaryCounter(first, second, times, request.Basis);
        if (request.Grouping == SummaryGrouping.Total)
            counter.AddTotal();
        var survey = new AttendanceSurvey(store, snapshot, authority, window);
        await (request.Basis == SummaryBasis.Children
            ? CountChildrenAsync(survey, request.Filter, counter, cancellationToken)
            : CountEnrolmentsAsync(survey, request.Filter, counter, cancellationToken));
        var rows =
            from pair in counter.Groups
            orderby first.RankOf(pair.Key.First), first.LabelOf(pair.Key.First), second.RankOf(pair.Key.Second), second.LabelOf(pair.Key.Second)
            select ToRow(request, first.LabelOf(pair.Key.First), second.LabelOf(pair.Key.Second), pair.Value);
        var seconds = second.NamesOf(counter.Groups.Select(x => x.Key.Second));
        return new(
            request, window, request.ForPublication ? new SummaryPublication(request, small).Withhold([.. rows], seconds) : [.. rows],
            new(snapshot.Position, asOfTime, request.IsBySchool ? survey.Fresh : []));
    }

    // A mistyped number would else be answered like a school without a pupil.
    private async Task RequireSchoolsAsync(IReadOnlySet<int> asked, CancellationToken cancellationToken)
    {
        if (asked.Count > 0 && !asked.IsSubsetOf((await SchoolsAsync(cancellationToken)).Keys))
            throw RequestedSchool.Unknown();
    }

    private static SummaryGrouping CountedBy(SummaryRequest request, SummaryGrouping grouping) =>
        request.ForPublication ? SummaryNesting.FinestOf(grouping) : grouping;

    private static async Task CountEnrolmentsAsync(
        AttendanceSurvey survey, SummaryFilter filter, SummaryCounter counter, CancellationToken cancellationToken)
    {
        var marks = new WindowMarks[1];
        await foreach (var school in survey.ReadSchoolsAsync(filter.OnlySchool, cancellationToken))
        {
            if (!filter.Takes(school.School))
                continue;
            counter.AddSchool(school.School);
            foreach (var enrolment in school.Enrolments)
            {
                if (!filter.Takes(enrolment.Facts))
                    continue;
                marks[0] = enrolment.Marks;
                counter.Add(school.School, enrolment.Facts, marks);
            }
        }
    }

    private async Task CountChildrenAsync(
        AttendanceSurvey survey, SummaryFilter filter, SummaryCounter counter, CancellationToken cancellationToken)
    {
        var schools = await SchoolsAsync(cancellationToken);
        foreach (var school in schools.Values.Where(filter.Takes))
            counter.AddSchool(school);
        await foreach (var child in survey.ReadChildrenAsync(null, cancellationToken))
        {
            var school = schools[child.Main.Stay.Laestab];
            if (filter.Takes(school) && filter.Takes(child.Main))
                counter.Add(school, child.Main, child.Marks);
        }
    }

    private Task<Dictionary<int, SchoolRow>> SchoolsAsync(CancellationToken cancellationToken) => snapshot.Known.Schools
        .Where(x => x.Authority == authority)
        .ToDictionaryAsync(x => x.Laestab, cancellationToken);

    private static SummaryRow ToRow(SummaryRequest request, string group, string secondGroup, SummaryTally tally) => new()
    {
        Group = group,
        SecondGroup = request.SecondGrouping == SummaryGrouping.Total ? "" : secondGroup,
        Schools = tally.Schools,
        Counted = request.Basis == SummaryBasis.Published || request.ForPublication ? tally.Possible : tally.Marked,
        Possible = tally.Possible,
        Sessions = tally.Sessions.ToCodeCounts(),
        Persistent = new(tally.Persistent),
        Severe = new(tally.Severe),
        Chronic = new(tally.Chronic),
    };
}
