using IntegrationHub.Contracts.Casework.V1;
using IntegrationHub.Contracts.Coverage.V1;
using IntegrationHub.Domain;
using IntegrationHub.Server.Tests.Casework;
using IntegrationHub.Server.Tests.Roll;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Tests.Coverage;

/// <summary>A record that was sent and cannot be read may be the very lead that seems to be missing.</summary>
public sealed class SetAsideRecordTests : CoverageFixture
{
    [Fact]
    public async Task LeadThatCannotBeRead_MakesItNotKnown_UntilItIsStatedAnew()
    {
        AddFreshSource();
        var child = AddHeldChild(out _);
        var other = AddHeldChild(out _);
        await City.SaveAsync();
        await SendAsync(Reason.UnknownLeadKind, UnreadLead("l1", child));

        var coverage = await CoverageAsync();
        (coverage.NotKnown, coverage.None).ShouldBe((1, 1));
        var flag = (await FlagsAsync()).Single(x => x.Kind == FlagKind.NotKnown);
        flag.PupilId.ShouldNotBe(0);
        var explanation = (await Coverage.GetFlagAsync(new() { FlagId = flag.FlagId })).Explanation;
        explanation.Sources.ShouldHaveSingleItem().LeadReason.ShouldBe("RECORD_SET_ASIDE");
        explanation.Sentences.ShouldContain(x => x.Contains("cannot be read until it is mended", StringComparison.Ordinal));

        await SendAsync(null, CaseBuilder.Lead("l1", child.SourcePersonId, "w1"), CaseBuilder.Lead("l2", other.SourcePersonId, "w2"));
        coverage = await CoverageAsync();
        (coverage.LaLeadNoPlan, coverage.NotKnown).ShouldBe((2, 0));
    }

    [Fact]
    public async Task InvolvementThatIsNoLead_OrHasEnded_HidesNothing()
    {
        AddFreshSource();
        var child = AddHeldChild(out _);
        await City.SaveAsync();
        var helper = UnreadLead("l1", child);
        helper.Involvement.Lead = false;
        var ended = UnreadLead("l2", child);
        ended.Involvement.EndDate = Day(Today);
        await SendAsync(Reason.UnknownLeadKind, helper, ended);
        (await CoverageAsync()).None.ShouldBe(1);
    }

    [Fact]
    public async Task PlanThatCannotBeRead_MakesThePlanNotKnown()
    {
        AddFreshSource();
        var child = AddHeldChild(out _);
        City.AddLead(child, "w1");
        await City.SaveAsync();
        var plan = CaseBuilder.Plan("p1", child.SourcePersonId);
        plan.Plan.PlanKind = "PLAN_B";
        await SendAsync(Reason.UnknownPlanKind, plan);
        (await CoverageAsync()).LaLeadNoPlan.ShouldBe(1);
        (await FlagsAsync()).ShouldHaveSingleItem().Kind.ShouldBe(FlagKind.NotKnown);
    }

    [Fact]
    public async Task ChildThatCannotBeRead_MayBeTheChild()
    {
        AddFreshSource();
        var pupil = City.AddChronicallyAbsent(surname: "Okafor");
        await City.SaveAsync();
        var record = CaseBuilder.Child("c1", born: pupil.DateOfBirth);
        record.Child.Postcode = new string('X', 201);
        await SendAsync(Reason.TextTooLong, record);
        (await CoverageAsync()).NotKnown.ShouldBe(1);
    }

    [Fact]
    public async Task RecordOfASnapshotThatHasNotEnded_HidesNothingYet()
    {
        AddFreshSource();
        var pupil = City.AddChronicallyAbsent(upn: RollBuilder.Upn(1));
        var child = City.AddRecord(TestCity.SocialCare, pupil);
        await City.SaveAsync();
        var restated = CaseBuilder.Child(child.SourcePersonId, RollBuilder.Upn(1), pupil.DateOfBirth);
        var snapshot = CaseBuilder.Whole(TestCity.SocialCare, Today, restated, UnreadLead("l1", child));
        await using var feed = await Hub.Client("cms").OpenCaseworkFeedAsync(new Client.FeedOptions { WriterId = "nightly" });
        await feed.SubmitAsync(snapshot[0]);
        await feed.SubmitAsync(snapshot[1]);
        (await CoverageAsync()).None.ShouldBe(1);
        (await feed.SubmitAsync(snapshot[2])).Accepted.ShouldNotBeNull();
        (await CoverageAsync()).NotKnown.ShouldBe(1);
    }

    private static CaseRecord UnreadLead(string id, SourcePersonRow child)
    {
        var record = CaseBuilder.Lead(id, child.SourcePersonId, "w1");
        record.Involvement.LeadKind = "WIZARD";
        return record;
    }

    /// <summary>Sends changes, each of which is set aside for a reason, or taken without one.</summary>
    private async Task SendAsync(string? reason, params CaseRecord[] records)
    {
        var response = await new CaseworkService.CaseworkServiceClient(Hub.Channel).SubmitCaseChangeAsync(
            new() { WriterId = "live", Submission = CaseBuilder.Delta(TestCity.SocialCare, records) });
        response.Receipt.Accepted.Notices.Select(x => x.Reason).ShouldBe(Enumerable.Repeat(reason, reason is null ? 0 : records.Length));
    }
}
