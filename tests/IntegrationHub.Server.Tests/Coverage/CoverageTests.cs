using IntegrationHub.Contracts.Coverage.V1;
using IntegrationHub.Domain.Casework;
using IntegrationHub.Storage.Model;
using FlagState = IntegrationHub.Contracts.Coverage.V1.FlagState;

namespace IntegrationHub.Server.Tests.Coverage;

/// <summary>Who leads for each chronically absent child, and what may not be said when it is not known.</summary>
public sealed class CoverageTests : CoverageFixture
{
    [Fact]
    public async Task ChildNobodyKnowsOf_HasNoLead()
    {
        AddFreshSource();
        var child = City.AddChronicallyAbsent();
        (await CoverageAsync()).None.ShouldBe(1);
        var flag = (await FlagsAsync()).ShouldHaveSingleItem();
        (flag.Kind, flag.State, flag.PupilId).ShouldBe((FlagKind.NoLead, FlagState.Open, child.PupilId));
        (flag.AttendedSessions, flag.PossibleSessions, flag.SchoolLaestab).ShouldBe((10, 60, "8512001"));
    }

    [Fact]
    public async Task LeadOfTheAuthority_WithAndWithoutPlan()
    {
        AddFreshSource();
        AddPlan(Led(out _));
        AddPlan(Led(out var withoutPlan), PlanKinds.Ehcp);
        var coverage = await CoverageAsync();
        (coverage.LaLeadAndPlan, coverage.LaLeadNoPlan, coverage.WithoutLaLeadAndPlan).ShouldBe((1, 1, 1));
        (coverage.LaCoveragePercent, coverage.AnyCoveragePercent).ShouldBe((50, 50));
        var flag = (await FlagsAsync()).ShouldHaveSingleItem();
        (flag.Kind, flag.PupilId).ShouldBe((FlagKind.NoPlan, withoutPlan.PupilId));
    }

    [Fact]
    public async Task LeadFromElsewhere_IsCoverageOfAnyKindOnly()
    {
        AddFreshSource();
        AddPlan(Led(out _, LeadKinds.School), PlanKinds.FamilySupportPlan);
        var coverage = await CoverageAsync();
        (coverage.OtherLead, coverage.LaLeadAndPlan, coverage.AnyLeadAndPlan).ShouldBe((1, 0, 1));
        (await FlagsAsync()).ShouldHaveSingleItem().Kind.ShouldBe(FlagKind.NoLaLead);
    }

    [Fact]
    public async Task Team_IsNobody()
    {
        AddFreshSource();
        for (var i = 0; i < 3; i++)
            Led(out _);
        City.AddLead(AddHeldChild(out _), null, team: "t1");
        var coverage = await CoverageAsync();
        coverage.TeamOnly.ShouldBe(1);
        (await FlagsAsync()).ShouldContain(x => x.Kind == FlagKind.TeamOnly);
    }

    [Fact]
    public async Task FamilyPlan_OnASiblingsRecord_CoversEachChildItNames()
    {
        AddFreshSource();
        var one = Led(out _);
        var other = Led(out _);
        City.AddPlan(TestCity.SocialCare, PlanKinds.FamilySupportPlan, null, null, one, other);
        (await CoverageAsync()).LaLeadAndPlan.ShouldBe(2);
    }

    [Fact]
    public async Task LeadEndedToday_OrNotTheLead_IsNoLead()
    {
        AddFreshSource();
        City.AddLead(AddHeldChild(out _), "w1", end: Today);
        City.AddLead(AddHeldChild(out _), "w1", lead: false);
        City.AddLead(AddHeldChild(out _), "w1").ClosedPosition = 1;
        (await CoverageAsync()).None.ShouldBe(3);
    }

    [Fact]
    public async Task LeadEnding_IsFlagged()
    {
        AddFreshSource();
        var child = AddHeldChild(out _);
        City.AddLead(child, "w1", LeadKinds.EarlyHelpWorker, start: Today.AddMonths(-6));
        AddPlan(child);
        (await CoverageAsync()).LaLeadAndPlan.ShouldBe(1);
        (await FlagsAsync()).ShouldHaveSingleItem().Kind.ShouldBe(FlagKind.LeadEnding);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SourceStaleOrNeverLoaded_IsNotKnown(bool loadedOnce)
    {
        City.AddSource(TestCity.SocialCare, loaded: loadedOnce ? Today.AddDays(-3) : null);
        City.AddChronicallyAbsent();
        await ShouldNotBeKnownAsync();
    }

    [Fact]
    public async Task SourceWithAPlaceholderEverywhere_IsNotBelieved()
    {
        AddFreshSource();
        for (var i = 0; i < 25; i++)
            City.AddLead(City.AddRecord(TestCity.SocialCare, City.AddPupil()), "SSD_PH", team: $"t{i % 3}");
        City.AddChronicallyAbsent();
        await ShouldNotBeKnownAsync();
    }

    [Fact]
    public async Task OneOfTwoRequiredSourcesSilent_IsNotKnown_UnlessTheOtherNamesALead()
    {
        AddFreshSource();
        City.AddSource(TestCity.EarlyHelp);
        City.AddChronicallyAbsent();
        AddPlan(Led(out _));
        var coverage = await CoverageAsync();
        (coverage.NotKnown, coverage.LaLeadAndPlan, coverage.None).ShouldBe((1, 1, 0));
    }

    [Fact]
    public async Task SourceNotRequired_StandsInNobodysWay()
    {
        AddFreshSource();
        City.AddSource(TestCity.EarlyHelp, required: false);
        City.AddChronicallyAbsent();
        (await CoverageAsync()).None.ShouldBe(1);
    }

    [Theory]
    [InlineData("Okafor", "Ada", "2010-05-06", null, true)]
    [InlineData("O'KAFOR", "Someone", "2010-05-06", null, true)]
    [InlineData("Other", "Áda", "2010-05-06", null, true)]
    [InlineData("Other", "Someone", "2010-05-06", null, false)]
    [InlineData("Okafor", "Ada", "2010-06-05", null, false)]
    [InlineData("Okafor", "Ada", null, null, true)]
    [InlineData("Okafor", "Someone", null, null, false)]
    [InlineData("Other", "Someone", "2011-01-01", "a851200119001", true)]
    [InlineData("Other", "Someone", "2011-01-01", "B851200119002", true)]
    [InlineData("Other", "Someone", null, "C851200119003", false)]
    public async Task RecordJoinedToNobody_ThatMayBeTheChild_MakesTheSourceNotKnow(
        string surname, string forename, string? born, string? upn, bool mayBe)
    {
        AddFreshSource();
        var child = City.AddChronicallyAbsent("Okafor", "Ada", new(2010, 5, 6), upn: "A851200119001");
        City.AddUpn(child, "B851200119002", toPosition: 4);
        var date = born is null ? (DateOnly?)null : DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture);
        City.AddRecord(TestCity.SocialCare, null, surname, forename, date, upn);
        var coverage = await CoverageAsync();
        (coverage.NotKnown, coverage.None).ShouldBe(mayBe ? (1, 0) : (0, 1));
    }

    [Fact]
    public async Task RecordJoinedToSomebodyElse_OrClosed_IsNoCandidate()
    {
        AddFreshSource();
        City.AddChronicallyAbsent("Okafor", "Ada", new(2010, 5, 6));
        City.AddRecord(TestCity.SocialCare, City.AddPupil(), "Okafor", "Ada", new(2010, 5, 6));
        City.AddRecord(TestCity.SocialCare, null, "Okafor", "Ada", new(2010, 5, 6), closed: true);
        (await CoverageAsync()).None.ShouldBe(1);
    }

    [Fact]
    public async Task RestrictedChild_IsCountedAndCarriesNoFlag()
    {
        AddFreshSource();
        var byRoll = City.AddPupil(restricted: true);
        City.Attend(City.Enrol(byRoll), 10, 50);
        City.AddRecord(TestCity.SocialCare, City.AddChronicallyAbsent(), restricted: true);
        var coverage = await CoverageAsync();
        (coverage.ChronicallyAbsent, coverage.Restricted, coverage.None).ShouldBe((2, 2, 0));
        (await FlagsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task ChildOfAnotherAuthority_HasALineOfItsOwn()
    {
        AddFreshSource();
        var child = City.AddPupil(home: "850");
        City.Attend(City.Enrol(child, ehcp: true), 0, 60);
        var coverage = await CoverageAsync();
        (coverage.OtherAuthority, coverage.OtherAuthorityChildren).ShouldBe((1, 1));
        (coverage.Children, coverage.ChronicallyAbsent, coverage.NeverAttended, coverage.WithEhcp).ShouldBe((0, 0, 0, 0));
        coverage.HasLaCoveragePercent.ShouldBeFalse();
        (await FlagsAsync()).ShouldBeEmpty();
    }

    private async Task ShouldNotBeKnownAsync()
    {
        var coverage = await CoverageAsync();
        (coverage.NotKnown, coverage.None).ShouldBe((1, 0));
        (await FlagsAsync()).ShouldHaveSingleItem().Kind.ShouldBe(FlagKind.NotKnown);
    }

    private SourcePersonRow Led(out PupilRow pupil, string kind = LeadKinds.SocialWorker)
    {
        var child = AddHeldChild(out pupil);
        City.AddLead(child, "w1", kind);
        return child;
    }
}
