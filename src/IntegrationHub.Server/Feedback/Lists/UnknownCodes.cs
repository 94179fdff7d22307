using IntegrationHub.Domain.Attendance;
using IntegrationHub.Server.Attendance;
using IntegrationHub.Server.Identity;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Feedback.Lists;

/// <summary>
/// Counts a school's marks in quarantine whose code is in no code set. The marks are those held now, also where an earlier state of the
/// record is asked for: what has been mended since needs nobody to mend it.
/// </summary>
internal sealed class UnknownCodes(FeedbackBasis basis, SurveyedSchool school, AttendanceWindow window)
{
    private readonly SchoolKey _key = new(basis.Authority, school.School.Laestab);

    public async Task<IEnumerable<DoubtfulCode>> ReadAsync(ListedChildren children, CancellationToken cancellationToken)
    {
        var held = await HeldAsync(cancellationToken);
        if (held.Count == 0)
            return [];
        var roll = await SchoolRolls.LoadAsync(basis.Snapshot.Known, _key, basis.Snapshot.Position, cancellationToken);
        var pupils = school.Enrolments.ToDictionary(x => x.Facts.Stay.EnrolmentId, x => x.Facts.PupilId);
        var codes = new Dictionary<string, DoubtfulSessions>(StringComparer.Ordinal);
        foreach (var mark in held)
        {
            var date = SessionNumber.DateOf(mark.SessionNumber);
            var answer = roll.Find(new PupilKey(mark.Scheme, mark.Value), date);
            if (Counts(answer, pupils, children))
                codes[mark.Code!] = codes.GetValueOrDefault(mark.Code!).With(date);
        }
        return codes.Select(x => new DoubtfulCode(_key.Laestab, x.Key, DoubtfulCodeKind.Unknown, "", x.Value));
    }

    /// <summary>A mark of a pupil on no roll counts: its code must be mended whoever is meant. An enrolment not surveyed is a guest's.</summary>
    private static bool Counts(RollAnswer answer, Dictionary<long, long> pupils, ListedChildren children) =>
        answer.Waiting is not null || (pupils.TryGetValue(answer.EnrolmentId, out var pupil) && children.MayList(pupil));

    private Task<List<HeldMarkRow>> HeldAsync(CancellationToken cancellationToken)
    {
        var first = SessionNumber.Of(window.From, SchoolSession.Am);
        var last = SessionNumber.Of(window.To, SchoolSession.Pm);
        return basis.Snapshot.Context.HeldMarks
            .Where(x => x.Authority == _key.Authority && x.Laestab == _key.Laestab && x.State == HeldMarkState.Quarantined && x.Code != null
                && x.SessionNumber >= first && x.SessionNumber <= last)
            .ToListAsync(cancellationToken);
    }
}
