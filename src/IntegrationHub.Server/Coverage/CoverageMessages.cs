using IntegrationHub.Domain.Coverage;
using IntegrationHub.Domain.Identity;
using IntegrationHub.Storage.Model;
using Contract = IntegrationHub.Contracts.Coverage.V1;

namespace IntegrationHub.Server.Coverage;

/// <summary>Coverage, runs and flags in the words of the contract.</summary>
internal static class CoverageMessages
{
    public static Contract.Coverage Of(Findings findings)
    {
        var summary = findings.Summary;
        var message = new Contract.Coverage
        {
            ChronicallyAbsent = summary.ChronicallyAbsent,
            LaLeadAndPlan = summary.ByClass[CoverageClass.LaLeadAndPlan],
            LaLeadNoPlan = summary.ByClass[CoverageClass.LaLeadNoPlan],
            OtherLead = summary.ByClass[CoverageClass.OtherLead],
            TeamOnly = summary.ByClass[CoverageClass.TeamOnly],
            None = summary.ByClass[CoverageClass.None],
            NotKnown = summary.NotKnown,
            Restricted = summary.Restricted,
            WithoutLaLeadAndPlan = summary.Without,
            AnyLeadAndPlan = summary.AnyNamedLeadAndPlan.Numerator,
            NeverAttended = summary.NotInSchoolAtAll,
            WithEhcp = summary.WithEhcp,
            Year6AndBelow = summary.Year6AndBelow,
            Year7AndAbove = summary.Year7AndAbove,
            YearNotKnown = summary.YearGroupUnknown,
            TooFewSessions = summary.TooFewSessions,
            NoMarks = summary.NoMarks,
            OtherAuthority = summary.OfAnotherAuthorityChronicallyAbsent,
            WithConflicts = summary.WithAttendanceConflicts,
            Children = summary.Children - summary.OutsideCompulsoryAge,
            OutsideCompulsoryAge = summary.OutsideCompulsoryAge,
            OtherAuthorityChildren = summary.OfAnotherAuthority,
            WithDisagreements = findings.ChronicallyAbsent.Count(IsDisagreedOn),
        };
        if (summary.LaLeadAndPlan.Rate is { } ofAuthority)
            message.LaCoveragePercent = ofAuthority;
        if (summary.AnyNamedLeadAndPlan.Rate is { } ofAnybody)
            message.AnyCoveragePercent = ofAnybody;
        message.EhcpBySchool.AddRange(summary.WithEhcpBySchool.OrderBy(x => x.Key).Select(x => new Contract.SchoolEhcpCount
        {
            SchoolLaestab = x.Key.ToString(),
            SchoolName = findings.Basis.SchoolNames.GetValueOrDefault(x.Key.Value, ""),
            Count = x.Value,
        }));
        return message;
    }

    public static Contract.ReconciliationRun ToMessage(this ReconciliationRunRow run) => new()
    {
        RunId = run.RunId,
        AsOfDate = run.AsOfDate.ToDate(),
        Position = run.Position,
        Trigger = run.Trigger,
        State = (Contract.RunState)run.State,
        StartTime = run.StartTime.ToTimestamp(),
        EndTime = run.EndTime?.ToTimestamp(),
        WindowStart = run.WindowStart.ToDate(),
        WindowEnd = run.WindowEnd.ToDate(),
        Children = run.Children,
        FlagsOpened = run.FlagsOpened,
        FlagsKept = run.FlagsKept,
        FlagsClosed = run.FlagsClosed,
    };

    public static Contract.Flag ToMessage(this FlagRow flag) => new()
    {
        FlagId = flag.FlagId,
        PupilId = flag.PupilId,
        Kind = CoverageWireNames.TryParse(flag.Kind, out FlagKind kind) ? kind.ToMessage() : Contract.FlagKind.Unspecified,
        State = (Contract.FlagState)flag.State,
        OpenDate = flag.OpenDate.ToDate(),
        LastFoundDate = flag.LastFoundDate.ToDate(),
        CloseDate = flag.CloseDate?.ToDate(),
        AcknowledgedBy = flag.AcknowledgedBy ?? "",
        AssignedTo = flag.AssignedTo ?? "",
        SchoolLaestab = flag.Laestab is { } laestab ? new Laestab(laestab).ToString() : "",
        AttendedSessions = flag.Attended,
        PossibleSessions = flag.Possible,
    };

    public static Contract.FlagEvent ToMessage(this FlagEventRow step) => new()
    {
        Kind = step.Kind,
        EventTime = step.Time.ToTimestamp(),
        RunId = step.RunId ?? 0,
        Position = step.Position ?? 0,
        Actor = step.By ?? "",
        Note = step.Note ?? "",
    };

    // The contract begins to number at 1, and otherwise numbers kinds and states as the hub does; a test holds them together.
    public static Contract.FlagKind ToMessage(this FlagKind kind) => (Contract.FlagKind)(kind + 1);

    public static FlagKind ToKind(this Contract.FlagKind kind) => (FlagKind)(kind - 1);

    private static bool IsDisagreedOn(JudgedChild child) =>
        child.Result is { IsOfHomeAuthority: true, Class: not CoverageClass.Restricted } && child.Answer.Disagreements.Count > 0;
}
