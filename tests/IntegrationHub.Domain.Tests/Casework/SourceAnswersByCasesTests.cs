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
        int cases = 0;
        foreach ((string name, LeadRecord[] leads) in Holdings)
        foreach (bool carries in Either)
        foreach (bool fit in Either)
        foreach (bool partlyFilled in Either)
        foreach (bool complete in Either)
        foreach (bool covered in Either)
        foreach (bool unresolved in Either)
        {
            FitnessReport fitness = new(fit, fit ? [] : [FitnessDefect.ConstantWorker], leads.Length, null, partlyFilled, null, null);
            SourceAnswer answer = SourceAnswers.ForChild(
                Make.Source(leads: carries, maxAge: covered ? 18 : 4), fitness, complete, new ChildFacts(12, true), leads, [], unresolved, Make.AsOf);

            answer.Lead.Kind.ShouldBe(
                ByTheTable(name, carries, fit, partlyFilled, complete, covered, unresolved),
                $"{name} carries={carries} fit={fit} partlyFilled={partlyFilled} complete={complete} covered={covered} unresolved={unresolved}");
            cases++;
        }

        cases.ShouldBe(640);
    }

    private static LeadAnswerKind ByTheTable(string held, bool carries, bool fit, bool partlyFilled, bool complete, bool covered, bool unresolved)
    {
        bool named = held.Contains("person", StringComparison.Ordinal) && held != "ended person";
        bool team = held is "team" or "placeholder and team" || (held == "blank in team" && !partlyFilled);
        bool hidden = held.StartsWith("placeholder", StringComparison.Ordinal) || held == "redacted"
            || (held.StartsWith("blank", StringComparison.Ordinal) && partlyFilled);

        if (!carries || !fit)
            return LeadAnswerKind.NotKnown;
        if (named)
            return LeadAnswerKind.Named;
        if (team)
            return LeadAnswerKind.TeamOnly;
        return hidden || unresolved || !complete || !covered ? LeadAnswerKind.NotKnown : LeadAnswerKind.None;
    }
}
