using System.Globalization;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Server.Attendance;
using IntegrationHub.Server.Identity;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.HealthAbsence;

/// <summary>
/// Finds the children on a roll on the window's last day who have been ill for long, each with all enrolments merged session by session:
/// a child ill at two schools in turns has been ill once.
/// </summary>
internal sealed class LongIllnessQuery(AttendanceStore store, ReadSnapshot snapshot, string authority, IllnessQuestion question)
{
    private readonly AttendanceSurvey _survey = new(store, snapshot, authority, question.Window);

    public async Task<LongIllnessPage> ReadAsync(DateTime asOfTime, CancellationToken cancellationToken)
    {
        var restricted = await RestrictedPupils.Of(snapshot.Context, authority).ToHashSetAsync(cancellationToken);
        var children = new ListedChildren(restricted);
        var found = new List<LongIllness>();
        await foreach (var child in _survey.ReadChildrenAsync(null, cancellationToken))
        {
            if (Judge(child) is { } illness && children.MayList(illness.Main.PupilId))
                found.Add(illness);
        }
        var (page, token) = await PageAsync(found, cancellationToken);
        return new(question.Window, page, token, children.LeftOut, new(snapshot.Position, asOfTime, _survey.Fresh));
    }

    /// <returns>Null: the child is not listed, nor would be.</returns>
    private LongIllness? Judge(SurveyedChild child)
    {
        if (!child.Main.Stay.IsOpenOn(question.Window.To) || (question.School is { } school && child.Main.Stay.Laestab != school))
            return null;
        // Every day of illness has a session of it. Few children have that many, and only theirs are merged.
        if (child.Marks.Sum(x => HealthSessions.Of(x).Illness) < question.LeastSchoolDays)
            return null;
        var record = IllnessRecord.Of(SessionsOf(child));
        return record.Reaches(question.LeastSchoolDays) ? new(child.Main, record) : null;
    }

    private IEnumerable<(DateOnly Date, AttendanceCode Code)> SessionsOf(SurveyedChild child)
    {
        var codes = new byte[_survey.Ranges.Sum(x => x.Length)];
        WindowMarks.MergeInto(codes, _survey.Ranges, child.Marks);
        var place = 0;
        foreach (var range in _survey.Ranges)
        {
            for (var slot = range.FromSlot; slot < range.ToSlot; slot++)
                yield return (range.Year.DateOf(slot), AttendanceCode.FromIndex(codes[place++]));
        }
    }

    private async Task<(IReadOnlyList<(LongIllness, KnownByNumber)> Page, string Token)> PageAsync(
        List<LongIllness> found, CancellationToken cancellationToken)
    {
        var numbers = new Dictionary<int, PupilNumbers>();
        foreach (var school in found.Select(x => x.Main.Stay.Laestab).Distinct())
            numbers[school] = await PupilNumbers.ReadAsync(snapshot.Known, new SchoolKey(authority, school), cancellationToken);
        var following = found
            .Select(x => (Illness: x, Pupil: numbers[x.Main.Stay.Laestab].Of(x.Main)))
            .Select(x => (x.Illness, x.Pupil, Key: KeyOf(x.Illness, x.Pupil)))
            .Where(x => string.CompareOrdinal(x.Key, question.Paging.After) > 0)
            .OrderBy(x => x.Key, StringComparer.Ordinal)
            .Take(question.Paging.Size + 1)
            .ToList();
        var page = following.Take(question.Paging.Size).ToList();
        return (page.ConvertAll(x => (x.Illness, x.Pupil)), following.Count > page.Count ? question.Paging.TokenAfter(page[^1].Key) : "");
    }

    private static string KeyOf(LongIllness illness, KnownByNumber pupil) =>
        string.Create(CultureInfo.InvariantCulture, $"{illness.Main.Stay.Laestab}/{pupil.MisPupilId}/{pupil.PupilId}");
}
