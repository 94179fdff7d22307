using IntegrationHub.Domain.Casework;

namespace IntegrationHub.Domain.Tests.Casework;

/// <summary>Every combination of what a source may be and hold, against the rule written as the sentences of its table.</summary>
public class SourceAnswersByCasesTests
{
    private static readonly bool[] Either = [false, true];

    // What a child's records in one source may look like.
    private static readonly (string Name, LeadRecord[] Leads)[] Holdings =
    [
        ("nothing", []),
        ("person", [Make.Lead("W1", team: "T1")]),
        ("ended person", [Make.Lead("W1") with { End = Make.AsOf }]),
        ("team", [Make.Lead("DUTY", team: "T1") with { WorkerIsTeam = true }]),
        ("blank in team", [Make.Lead(team: "T1")]),
        ("blank", [Make.Lead()]),
        ("placeholder", [Make.Lead("SSD_PH", team: "T1")]),
        ("redacted", [Make.Lead("W1") with { Redacted = true }]),
        ("placeholder and team", [Make.Lead("SSD_PH"), Make.Lead("DUTY", team: "T1") with { WorkerIsTeam = true }]),
        ("placeholder and person", [Make.Lead("SSD_PH"), Make.Lead("W1")]),
    ];

    [Fact]
    public void ForChild_EveryCase_IsWhatTheTableSays()
    {
        (string Name, LeadRecord[] Leads, Case Case)[] cases =
        [
            .. from holding in Holdings
               from carries in Either
               from fit in Either
               from partlyFilled in Either
               from complete in Either
               from covered in Either
               from unresolved in Either
               select (holding.Name, holding.Leads, new Case(carries, fit, partlyFilled, complete, covered, unresolved)),
        ];

        foreach ((string name, LeadRecord[] leads, Case at) in cases)
        {
            FitnessDefect[] defects = at.Fit ? [] : [FitnessDefect.ConstantWorker];
            FitnessReport fitness = new(at.Fit, defects, leads.Length, null, at.PartlyFilled, null, null);
            SourceDeclaration source = Make.Source(leads: at.Carries, maxAge: at.Covered ? 18 : 4);
            ChildFacts child = new(12, HomeAuthorityMatches: true);
            SourceAnswer answer = SourceAnswers.ForChild(
                source, fitness, at.Complete, child, new() { Leads = leads, UnresolvedCandidate = at.Unresolved }, Make.AsOf);
            answer.Lead.Kind.ShouldBe(ByTheTable(name, at), $"{name}: {at}");
        }

        cases.Length.ShouldBe(640);
    }

    private static LeadAnswerKind ByTheTable(string held, Case at)
    {
        bool named = held.Contains("person", StringComparison.Ordinal) && held != "ended person";
        bool blank = held.StartsWith("blank", StringComparison.Ordinal);
        bool team = held is "team" or "placeholder and team" || (held == "blank in team" && !at.PartlyFilled);
        bool hidden = held.StartsWith("placeholder", StringComparison.Ordinal) || held == "redacted" || (blank && at.PartlyFilled);

        if (!at.Carries || !at.Fit)
            return LeadAnswerKind.NotKnown;
        if (named)
            return LeadAnswerKind.Named;
        if (team)
            return LeadAnswerKind.TeamOnly;
        return hidden || at.Unresolved || !at.Complete || !at.Covered ? LeadAnswerKind.NotKnown : LeadAnswerKind.None;
    }

    private sealed record Case(bool Carries, bool Fit, bool PartlyFilled, bool Complete, bool Covered, bool Unresolved);
}
