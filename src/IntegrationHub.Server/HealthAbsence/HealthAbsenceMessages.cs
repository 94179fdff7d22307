using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Identity;
using IntegrationHub.Server.Attendance;
using IntegrationHub.Server.Identity;
using Contract = IntegrationHub.Contracts.HealthAbsence.V1;

namespace IntegrationHub.Server.HealthAbsence;

/// <summary>Absence for reasons of health in the words of the contract.</summary>
internal static class HealthAbsenceMessages
{
    /// <param name="summary">What was counted.</param>
    /// <param name="shown">For each row, and for the total behind them. Null: everything is.</param>
    public static Contract.SummariseHealthAbsenceResponse ToMessage(this HealthSummary summary, IReadOnlyList<HealthShown>? shown)
    {
        return new()
        {
            Window = summary.Window.ToMessage(),
            Rows = { summary.Rows.Select((x, row) => ToMessage(x.Group, x.Tally, shown?[row] ?? HealthShown.All)) },
            Total = ToMessage(default, summary.Total, shown?[^1] ?? HealthShown.All),
            Freshness = summary.Freshness.ToMessage(),
        };
    }

    public static Contract.ListLongIllnessesResponse ToMessage(this LongIllnessPage page) => new()
    {
        Illnesses = { page.Children.Select(x => ToMessage(x.Illness, x.Pupil)) },
        NextPageToken = page.NextPageToken,
        Window = page.Window.ToMessage(),
        RestrictedChildCount = page.RestrictedChildren,
        Freshness = page.Freshness.ToMessage(),
    };

    private static Contract.HealthAbsence ToMessage(HealthGroup group, HealthTally tally, HealthShown shown)
    {
        var message = new Contract.HealthAbsence
        {
            SchoolLaestab = group.Laestab is { } laestab ? new Laestab(laestab).ToString() : "",
            WeekStartDate = group.Monday?.ToDate(),
            Suppressed = shown != HealthShown.All,
        };
        if (group.YearGroup is { } year)
            message.YearGroup = year;
        if (shown.Group)
            (message.EnrolmentCount, message.PossibleSessions) = (tally.Enrolments, tally.Sessions.Possible);
        if (shown.Illness)
            SetIllness(message, tally);
        if (shown.Medical)
            SetMedical(message, tally);
        return message;
    }

    private static void SetIllness(Contract.HealthAbsence message, HealthTally tally)
    {
        message.EnrolmentsWithIllness = tally.WithIllness;
        message.IllnessSessions = tally.Sessions.Illness;
        if (tally.Sessions.Possible > 0)
            message.IllnessPercent = PublishedRate.Of(tally.Sessions.Illness, tally.Sessions.Possible);
    }

    private static void SetMedical(Contract.HealthAbsence message, HealthTally tally)
    {
        message.EnrolmentsWithMedical = tally.WithMedical;
        message.MedicalSessions = tally.Sessions.Medical;
        if (tally.Sessions.Possible > 0)
            message.MedicalPercent = PublishedRate.Of(tally.Sessions.Medical, tally.Sessions.Possible);
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
            LongestSpell = illness.Record.Longest?.ToMessage(),
            LatestSpell = illness.Record.Spells is [.., var latest] ? latest.ToMessage() : null,
            SpellCount = illness.Record.Spells.Count,
        };
        if (pupil.YearGroup is { } year)
            message.YearGroup = year;
        return message;
    }

    private static Contract.IllnessSpell ToMessage(this IllnessSpell spell) => new()
    {
        FirstDate = spell.First.ToDate(),
        LastDate = spell.Last.ToDate(),
        SchoolDays = spell.SchoolDays,
        Open = spell.Open,
    };
}
