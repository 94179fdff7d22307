using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Identity;
using IntegrationHub.Domain.Thresholds;
using IntegrationHub.Server.Attendance;
using IntegrationHub.Storage.Model;
using Contract = IntegrationHub.Contracts.Thresholds.V1;

namespace IntegrationHub.Server.Thresholds;

/// <summary>Thresholds in the words of the contract.</summary>
internal static class ThresholdMessages
{
    public static Contract.Threshold ToMessage(this ThresholdDefinition threshold, ThresholdSettings settings, RunThresholdRow? counts)
    {
        var message = new Contract.Threshold
        {
            Name = threshold.Name,
            DisplayName = threshold.Title,
            Rule = threshold.Says(settings),
            Source = threshold.Source,
            Unit = threshold.Unit.ToWireName(),
            Enabled = settings.IsOn(threshold),
            EnabledByDefault = threshold.OnByDefault,
            MissingRecords = threshold.Needs,
            NotInMarks = threshold.Leaves,
            Counts = counts?.ToMessage(),
        };
        message.Settings.AddRange(threshold.Settings.Select(x => new Contract.ThresholdSetting
        {
            Name = x.Name,
            Description = x.Says,
            Value = x.Read(settings),
            DefaultValue = x.Default,
            Source = x.Source,
        }));
        return message;
    }

    public static Contract.ThresholdSpell ToMessage(this MetSpell met)
    {
        var spell = met.Spell;
        var message = new Contract.ThresholdSpell
        {
            SpellId = spell.SpellId,
            PupilId = spell.PupilId,
            Threshold = spell.Threshold,
            SchoolLaestab = new Laestab(spell.Laestab).ToString(),
            SchoolName = met.SchoolName ?? "",
            OpenDate = spell.OpenDate.ToDate(),
            LastMetDate = spell.LastMetDate.ToDate(),
            CloseDate = spell.CloseDate?.ToDate(),
            Evidence = new Contract.ThresholdEvidence
            {
                FirstMetDate = spell.FirstMetDate.ToDate(),
                MetSinceDate = spell.MetSinceDate.ToDate(),
                WindowStartDate = spell.WindowStart.ToDate(),
                Counted = spell.Counted,
                PossibleSessions = spell.Possible,
                AttendedSessions = spell.Attended,
                UnauthorisedSessions = spell.Unauthorised,
            },
        };
        message.Evidence.ProvingDays.AddRange(Days(PackedSessions.Unpack(spell.Sessions)));
        return message;
    }

    public static Contract.GetPupilThresholdsResponse ToMessage(this PupilThresholds pupil)
    {
        var message = new Contract.GetPupilThresholdsResponse
        {
            PupilId = pupil.PupilId,
            AsOfDate = pupil.AsOf.ToDate(),
            SchoolLaestab = pupil.Laestab is { } laestab ? new Laestab(laestab).ToString() : "",
            Freshness = pupil.Freshness.ToMessage(),
        };
        message.Thresholds.AddRange(pupil.Results.Select(x => new Contract.PupilThreshold
        {
            Threshold = x.Threshold.Name,
            // The contract begins to number at 1, and otherwise numbers as the hub does; a test holds them together.
            Status = (Contract.ThresholdStatus)(x.Status + 1),
            Evidence = Evidence(x),
        }));
        return message;
    }

    private static Contract.ThresholdEvidence Evidence(ThresholdResult result)
    {
        var evidence = new Contract.ThresholdEvidence
        {
            FirstMetDate = result.FirstMetDate?.ToDate(),
            MetSinceDate = result.MetSinceDate?.ToDate(),
            WindowStartDate = result.WindowStart.ToDate(),
            Counted = result.Counted,
            PossibleSessions = result.PossibleSessions,
            AttendedSessions = result.AttendedSessions,
            UnauthorisedSessions = result.UnauthorisedSessions,
        };
        evidence.ProvingDays.AddRange(Days(result.ProvingSessions.ToArray()));
        return evidence;
    }

    private static IEnumerable<Contract.ProvingDay> Days(IReadOnlyList<int> sessions) => sessions
        .GroupBy(SessionNumber.DateOf)
        .Select(day => new Contract.ProvingDay
        {
            Date = day.Key.ToDate(),
            Morning = day.Any(x => SessionNumber.SessionOf(x) == SchoolSession.Am),
            Afternoon = day.Any(x => SessionNumber.SessionOf(x) == SchoolSession.Pm),
        });

    private static Contract.ThresholdCounts ToMessage(this RunThresholdRow counts) => new()
    {
        Met = counts.Met,
        NotMet = counts.NotMet,
        TooFewSessions = counts.TooFewSessions,
        NotAvailable = counts.NotAvailable,
        OutsideCompulsoryAge = counts.OutsideCompulsoryAge,
    };
}
