using IntegrationHub.Domain.Attendance;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Attendance;

/// <summary>Answers what one pupil's attendance was.</summary>
internal sealed class PupilAttendanceQuery(AttendanceStore store, ReadSnapshot snapshot, string authority, DateTime asOfTime)
{
    public async Task<PupilAttendance> ReadAsync(long pupilId, AttendanceWindow window, bool withSessions, CancellationToken cancellationToken)
    {
        var reader = new MarksReader(store, snapshot, authority, window);
        var marks = (await reader.ReadAsync([pupilId], cancellationToken))[pupilId].ToList();
        var schools = await SchoolNamesAsync(marks, cancellationToken);
        return new PupilAttendance
        {
            PupilId = pupilId,
            Window = window,
            Child = WindowMarks.Merge(reader.Ranges, marks),
            Enrolments = [.. marks.Select(x => ToEnrolment(x, schools))],
            Sessions = withSessions ? await SessionsAsync(reader, marks, cancellationToken) : [],
            Freshness = new(snapshot.Position, asOfTime, reader.Schools),
        };
    }

    private static EnrolmentAttendance ToEnrolment(WindowMarks marks, Dictionary<int, string> schools) => new(
        marks.Stay.Laestab, schools.GetValueOrDefault(marks.Stay.Laestab, ""), marks.Stay.Entry, marks.Stay.Leaving, marks.Count());

    private static async Task<IReadOnlyList<MarkedSession>> SessionsAsync(
        MarksReader reader, List<WindowMarks> marks, CancellationToken cancellationToken)
    {
        var details = await reader.DetailsAsync(cancellationToken);
        var sessions =
            from enrolment in marks
            from mark in enrolment.Marked()
            orderby mark.Date, mark.Slot, mark.Stay.Laestab
            select new MarkedSession(
                mark.Date, AcademicYear.SessionOf(mark.Slot), mark.Code, mark.Stay.Laestab, details.GetValueOrDefault((mark.Strip, mark.Slot)));
        return [.. sessions];
    }

    private async Task<Dictionary<int, string>> SchoolNamesAsync(List<WindowMarks> marks, CancellationToken cancellationToken)
    {
        int[] schools = [.. marks.Select(x => x.Stay.Laestab).Distinct()];
        return await snapshot.Known.Schools
            .Where(x => x.Authority == authority && schools.Contains(x.Laestab))
            .ToDictionaryAsync(x => x.Laestab, x => x.Name, cancellationToken);
    }
}
