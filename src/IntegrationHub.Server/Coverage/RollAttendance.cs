using System.Runtime.CompilerServices;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Coverage;
using IntegrationHub.Server.Attendance;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Sqlite;

namespace IntegrationHub.Server.Coverage;

/// <summary>Reads every child who is on a roll on a date, with all the attendance of the window that ends on it.</summary>
internal sealed class RollAttendance(AttendanceStore store, ReadSnapshot snapshot, string authority, AttendanceWindow window)
{
    private readonly AttendanceSurvey _survey = new(store, snapshot, authority, window);

    public async IAsyncEnumerable<ChildEvidence> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var child in _survey.ReadChildrenAsync(cancellationToken))
        {
            if (child.Main.Stay.IsOpenOn(window.To))
                yield return ToEvidence(child);
        }
    }

    /// <summary>Any school that the child is at may know its year group, or of an education, health and care plan.</summary>
    private ChildEvidence ToEvidence(SurveyedChild child)
    {
        var current = child.OpenOn(window.To).ToList();
        return new ChildEvidence
        {
            PupilId = child.Main.PupilId,
            MainSchool = child.Main.School,
            DateOfBirth = child.Main.DateOfBirth,
            YearGroup = current.Select(x => x.YearGroup).FirstOrDefault(x => x is not null),
            HasEhcp = current.Exists(x => x.HasEhcp),
            Restricted = child.Main.Restricted,
            IsOfHomeAuthority = child.Main.HomeAuthority == authority,
            Attendance = WindowMarks.Merge(_survey.Ranges, child.Marks),
        };
    }
}
