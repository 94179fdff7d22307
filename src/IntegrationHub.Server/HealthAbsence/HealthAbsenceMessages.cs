using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Identity;
using IntegrationHub.Server.Attendance;
using IntegrationHub.Server.Identity;
using Contract = IntegrationHub.Contracts.HealthAbsence.V1;

namespace IntegrationHub.Server.HealthAbsence;

/// <summary>Absence for reasons of health in the words of the contract.</summary>
internal static class HealthAbsenceMessages
{
    public static Contract.SummariseHealthAbsenceResponse ToMessage(this HealthSummary summary, bool forPublication) => new()
    {
        Window = summary.Window.ToMessage(),
        Rows = { summary.Rows.Select(x => ToMessage(x.Group, x.Tally)) },
        Total = ToMessage(default, summary.Total),
        Freshness = summary.Freshness.ToMessage(),
    };

    public static Contract.ListLongIllnessesResponse ToMessage(this LongIllnessPage page) => new()
    {
        Illnesses = { page.Children.Select(x => ToMessage(x.Illness, x.Pupil)) },
        NextPageToken = page.NextPageToken,
        Window = page.Window.ToMessage(),
        RestrictedChildCount = page.RestrictedChildren,
        Freshness = page.Freshness.ToMessage(),
    };

    private static Contract.HealthAbsence ToMessage(HealthGroup group, HealthTally tally)
    {
        var message = new Contract.HealthAbsence
        {
            SchoolLaestab = group.Laestab is { } laestab ? new Laestab(laestab).ToString() : "",
            WeekStartDate = group.Monday?.ToDate(),
            EnrolmentCount = tally.Enrolments,
            PossibleSessions = tally.Sessions.Possible,
            EnrolmentsWithIllness = tally.WithIllness,
            EnrolmentsWithMedical = tally.WithMedical,
            IllnessSessions = tally.Sessions.Illness,
            MedicalSessions = tally.Sessions.Medical,
        };
        if (group.YearGroup is { } year)
            message.YearGroup = year;
        if (tally.Sessions.Possible > 0)
        {
            message.IllnessPercent = PublishedRate.Of(tally.Sessions.Illness, tally.Sessions.Possible);
            message.MedicalPercent = PublishedRate.Of(tally.Sessions.Medical, tally.Sessions.Possible);
        }
        return message;
    }

    private static Contract.LongIllness ToMessage(LongIllness illness, KnownByNumber pupil)
    {
        var message = new Contract.LongIllness
        {
            PupilId = pupil.PupilId,
            SchoolLaestab = illness.Main.School.ToString(),
            MisPupilId = pupil.MisPupilId,
            Upn = pupil.Upn,
            SchoolDays = illness.Record.SchoolDays,
            Sessions = illness.Record.Sessions,
            LongestSpell = ToMessage(illness.Record.Longest!),
            LatestSpell = ToMessage(illness.Record.Spells[^1]),
            SpellCount = illness.Record.Spells.Count,
        };
        if (pupil.YearGroup is { } year)
            message.YearGroup = year;
        return message;
    }

    private static Contract.IllnessSpell ToMessage(IllnessSpell spell) => new()
    {
        FirstDate = spell.First.ToDate(),
        LastDate = spell.Last.ToDate(),
        SchoolDays = spell.SchoolDays,
        Open = spell.Open,
    };
}
