using System.Runtime.CompilerServices;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Coverage;
using IntegrationHub.Server.Attendance;
using IntegrationHub.Server.Thresholds;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;

namespace IntegrationHub.Server.Coverage;

/// <summary>
/// Reads every child who is on a roll on the as-of date, with all the attendance of the window that ends on it, and with as much before
/// as thresholds look at.
/// </summary>
internal sealed class RollAttendance(AttendanceStore store, ReadSnapshot snapshot, ReconciliationBasis basis)
{
    private readonly SlotRange[] _ranges = [.. basis.Window.SlotRanges];
    private readonly AttendanceSurvey _survey = new(store, snapshot, basis.Authority, Read(basis));

    /// <param name="schoolRead">Told of each school before the first child that is given with it.</param>
    public async IAsyncEnumerable<ChildOnRoll> ReadAsync(
        Action<SurveyedSchool> schoolRead, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var child in _survey.ReadChildrenAsync(schoolRead, cancellationToken))
        {
            if (child.Main.Stay.IsOpenOn(basis.AsOf))
                yield return new(ToEvidence(child), child);
        }
    }

    private static AttendanceWindow Read(ReconciliationBasis basis)
    {
        var judged = ThresholdWindow.On(basis.AsOf);
        return judged.From < basis.Window.From ? judged : basis.Window;
    }

    /// <summary>Any school that the child is at may know its year group, or of an education, health and care plan.</summary>
    private ChildEvidence ToEvidence(SurveyedChild child)
    {
        var current = child.OpenOn(basis.AsOf).ToList();
        return new ChildEvidence
        {
            PupilId = child.Main.PupilId,
            MainSchool = child.Main.School,
            DateOfBirth = child.Main.DateOfBirth,
            YearGroup = current.Select(x => x.YearGroup).FirstOrDefault(x => x is not null),
            HasEhcp = current.Exists(x => x.HasEhcp),
            Restricted = child.Main.Restricted,
            IsOfHomeAuthority = child.Main.HomeAuthority == basis.Authority,
            Attendance = WindowMarks.Merge(_ranges, [.. child.Marks.Select(x => x.Within(_ranges))]),
        };
    }
}

/// <summary>A child on a roll: what coverage is judged by, and everything read of it.</summary>
internal sealed record ChildOnRoll(ChildEvidence Evidence, SurveyedChild Child);
