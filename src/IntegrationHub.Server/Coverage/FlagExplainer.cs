using System.Globalization;
using IntegrationHub.Contracts.Coverage.V1;
using IntegrationHub.Domain.Casework;
using IntegrationHub.Domain.Coverage;
using FlagKind = IntegrationHub.Domain.Coverage.FlagKind;

namespace IntegrationHub.Server.Coverage;

/// <summary>Says why a child carries a flag, in sentences and in values. Nobody is named: not the child, and not who leads.</summary>
internal sealed class FlagExplainer(ReconciliationBasis basis)
{
    public FlagExplanation Explain(FlagKind kind, JudgedChild child)
    {
        var counts = child.Result.Counts;
        var explanation = new FlagExplanation
        {
            WindowStart = basis.Window.From.ToDate(),
            WindowEnd = basis.Window.To.ToDate(),
            Position = basis.Position,
            AttendedSessions = (int)counts.Attended,
            PossibleSessions = (int)counts.Possible,
            ClearedBy = ClearedBy(kind),
        };
        explanation.Sentences.AddRange([.. OfAttendance(child.Result), OfCause(kind, child.Answer), .. OfDisagreements(child.Answer)]);
        explanation.Sentences.AddRange(basis.Sources.Zip(child.Answer.Sources, OfSource));
        explanation.Sources.AddRange(basis.Sources.Zip(child.Answer.Sources, ToEvidence));
        return explanation;
    }

    private IEnumerable<string> OfAttendance(ChildResult child)
    {
        yield return Invariant($"Attended {child.Counts.Attended} of {child.Counts.Possible} possible sessions")
            + Invariant($" ({child.Counts.AttendanceRate:0.0} %) from {basis.Window.From:d MMMM yyyy} to {basis.Window.To:d MMMM yyyy}.");
        if (child.ConflictingSessions > 0)
        {
            yield return Invariant($"Two schools marked {child.ConflictingSessions} of these sessions; ")
                + "each was counted once, as attended where either school says so.";
        }
    }

    private string OfCause(FlagKind kind, CombinedAnswer answer) => kind switch
    {
        FlagKind.NoLead => "Nobody leads: every required source was asked, can answer, and names neither a person nor a team.",
        FlagKind.NoLaLead => $"Somebody leads, from outside the local authority only: {LeadKindsOf(answer)}.",
        FlagKind.TeamOnly => "A team or duty desk holds this child, and no person does.",
        FlagKind.NoPlan => "The local authority leads, and every required source says that no plan is open.",
        FlagKind.LeadEnding => OfEnding(answer),
        _ => OfQuestion(answer),
    };

    private string OfEnding(CombinedAnswer answer)
    {
        var ends = answer.NamedLeads.Where(x => x.IsLa).Select(x => x.Record.End is { } end
            ? Invariant($"the role recorded by {NameOf(x.SourceId)} ends on {end:d MMMM yyyy}")
            : Invariant($"the role recorded by {NameOf(x.SourceId)} began on {x.Record.Start:d MMMM yyyy} and such roles last ")
                + Invariant($"{basis.Settings.EarlyHelpLeadMonths} months"));
        return $"The local authority's lead is about to end, or past its usual length: {string.Join("; ", ends)}.";
    }

    private static string OfQuestion(CombinedAnswer answer) => answer switch
    {
        { Lead: LeadAnswerKind.NotKnown, LeadReason: AnswerReasons.NoRequiredSource } =>
            "Who leads is not known: no source is required to say so, and none of those that there are names anybody.",
        { Lead: LeadAnswerKind.NotKnown } => "Who leads is not known: a required source cannot answer.",
        { HasLaLead: true } => "The local authority leads; whether a plan is open is not known.",
        _ => $"Somebody leads from outside the local authority ({LeadKindsOf(answer)}); whether the authority leads too is not known.",
    };

    private static IEnumerable<string> OfDisagreements(CombinedAnswer answer) => answer.Disagreements.Select(x => x.Kind switch
    {
        DisagreementKind.DifferentNamedLeads => "Two sources name different people as the local authority's lead.",
        DisagreementKind.PlanWithoutLead => "A plan is open, and nobody leads.",
        _ => "A lead recorded is somebody who has left.",
    });

    private static string OfSource(Casework.SourceState source, SourceAnswer answer)
    {
        var load = source.LastLoad is { } last ? Invariant($", as of {last.AsOfDate:d MMMM yyyy}") : "";
        var lead = AnswerWords.OfLead(answer.Lead);
        var plan = AnswerWords.OfPlan(answer.Plan);
        var required = answer.Required ? "" : " It is not required to answer.";
        return $"{source.Declaration.Name}{load}: {(lead == plan ? lead : $"{lead}; {plan}")}.{required}";
    }

    private static SourceEvidence ToEvidence(Casework.SourceState source, SourceAnswer answer) => new()
    {
        SourceId = answer.SourceId,
        LeadAnswer = answer.Lead.Kind.ToWireName(),
        LeadReason = answer.Lead.Reason,
        PlanAnswer = answer.Plan.Kind.ToWireName(),
        PlanReason = answer.Plan.Reason,
        LoadPosition = source.LastLoad?.Position ?? 0,
    };

    private static string ClearedBy(FlagKind kind) => "Attendance of at least half of the possible sessions, or " + kind switch
    {
        FlagKind.NoLead => "a lead professional named by a source for this child.",
        FlagKind.NoLaLead => "a social worker or Early Help worker named as lead.",
        FlagKind.TeamOnly => "a person named as lead in the team's place.",
        FlagKind.NoPlan => "an open plan that names this child.",
        FlagKind.LeadEnding => "a lead of the local authority who goes on: a later end, or somebody new.",
        _ => "an answer from the sources that cannot give one now: a fresh and fit load, or the record that may be this child's joined.",
    };

    private static string LeadKindsOf(CombinedAnswer answer) =>
        string.Join(", ", answer.NamedLeads.Select(x => AnswerWords.OfLeadKind(x.Record.LeadKind)).Distinct().Order(StringComparer.Ordinal));

    private string NameOf(string sourceId) => basis.Sources.First(x => x.Declaration.SourceId == sourceId).Declaration.Name;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
