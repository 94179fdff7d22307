using IntegrationHub.Domain.Casework;

namespace IntegrationHub.Domain.Tests.Casework;

public class KindTests
{
    [Fact]
    public void LeadKinds_OfTheAuthority_AreSocialAndEarlyHelpWorkers()
    {
        LeadKinds.All.Where(kind => kind.IsLa).Select(kind => kind.Code).ShouldBe(["SOCIAL_WORKER", "EARLY_HELP_WORKER"]);
        LeadKinds.All.Where(kind => !kind.IsLa).Select(kind => kind.Code)
            .ShouldBe(["SCHOOL", "HEALTH", "VOLUNTARY_SECTOR", "YOUTH_JUSTICE", "SEND"]);
        LeadKinds.IsLa("FAMILY_FRIEND").ShouldBeFalse();
        LeadKinds.TryGet("social_worker", out _).ShouldBeFalse();
    }

    [Fact]
    public void PlanKinds_ThatCount_AreEarlyHelpAndSafeguardingPlans()
    {
        PlanKinds.All.Where(kind => kind.Counts).Select(kind => kind.Code)
            .ShouldBe(["EARLY_HELP_ASSESSMENT", "FAMILY_SUPPORT_PLAN", "CHILD_IN_NEED", "CHILD_PROTECTION", "LOOKED_AFTER"]);
        PlanKinds.All.Where(kind => !kind.Counts).Select(kind => kind.Code).ShouldBe(["PERSONAL_ATTENDANCE_PLAN", "EHCP"]);
        PlanKinds.Counts("WISH_LIST").ShouldBeFalse();
    }

    [Fact]
    public void WireNames_OfEveryValue_AreThePublishedOnes()
    {
        Enum.GetValues<LeadAnswerKind>().Select(kind => kind.ToWireName()).ShouldBe(["NAMED", "TEAM_ONLY", "NOT_KNOWN", "NONE"]);
        Enum.GetValues<PlanAnswerKind>().Select(kind => kind.ToWireName()).ShouldBe(["OPEN", "NOT_KNOWN", "NONE"]);
        Enum.GetValues<FitnessDefect>().Select(kind => kind.ToWireName())
            .ShouldBe(["CONSTANT_WORKER", "NO_WORKER_FILLED", "STALE", "LOW_MATCH_RATE"]);
        Enum.GetValues<DisagreementKind>().Select(kind => kind.ToWireName())
            .ShouldBe(["DIFFERENT_NAMED_LEADS", "PLAN_WITHOUT_LEAD", "LEAD_HAS_LEFT"]);
        CaseworkWireNames.TryParse("TEAM_ONLY", out LeadAnswerKind lead).ShouldBeTrue();
        lead.ShouldBe(LeadAnswerKind.TeamOnly);
        CaseworkWireNames.TryParse("team_only", out LeadAnswerKind _).ShouldBeFalse();
    }
}
