using IntegrationHub.Contracts.Casework.V1;
using IntegrationHub.Domain;
using IntegrationHub.Server.Tests.Roll;
using Microsoft.EntityFrameworkCore;
using static IntegrationHub.Server.Tests.Casework.CaseBuilder;
using static IntegrationHub.Server.Tests.Roll.RollBuilder;

namespace IntegrationHub.Server.Tests.Casework;

/// <summary>Which child of a source is which pupil.</summary>
public sealed class CaseMatchingTests : IAsyncLifetime
{
    private CaseFixture _cases = null!;

    public async Task InitializeAsync() => _cases = await CaseFixture.StartAsync();

    public async Task DisposeAsync() => await _cases.DisposeAsync();

    [Fact]
    public async Task ValidUpnAndDateOfBirth_Join()
    {
        await _cases.Rolls.ChangeAsync(NorthUrn, RollBuilder.Record("p1", Upn(1)));
        await _cases.ChangeAsync(Child("c1", Upn(1)));
        (await _cases.MatchAsync("c1")).ShouldBe((await _cases.Rolls.PupilAsync(Upn(1))).PupilId);
    }

    [Fact]
    public async Task CaseBeforeRoll_JoinsWhenTheRollArrives()
    {
        await _cases.ChangeAsync(Child("c1", Upn(1)));
        (await _cases.MatchAsync("c1")).ShouldBeNull();
        await _cases.Rolls.SnapshotAsync(NorthUrn, Snapshot, RollBuilder.Record("p1", Upn(1)));
        (await _cases.MatchAsync("c1")).ShouldNotBeNull();
    }

    [Fact]
    public async Task OtherDateOfBirth_DoesNotJoin_UntilEitherSideMendsIt()
    {
        await _cases.Rolls.ChangeAsync(NorthUrn, RollBuilder.Record("p1", Upn(1), Born.AddDays(1)));
        await _cases.ChangeAsync(Child("c1", Upn(1)));
        (await _cases.MatchAsync("c1")).ShouldBeNull();
        await _cases.Rolls.ChangeAsync(NorthUrn, RollBuilder.Record("p1", Upn(1)));
        (await _cases.MatchAsync("c1")).ShouldNotBeNull();
        await _cases.ChangeAsync(Child("c1", Upn(1), Born.AddDays(2)));
        (await _cases.MatchAsync("c1")).ShouldBeNull();
    }

    [Fact]
    public async Task WrongCheckLetter_DoesNotJoin()
    {
        await _cases.Rolls.ChangeAsync(NorthUrn, RollBuilder.Record("p1", WrongLetter(1)));
        var receipt = await _cases.ChangeAsync(Child("c1", WrongLetter(1)));
        receipt.Accepted.Notices.ShouldHaveSingleItem().Reason.ShouldBe(Reason.UpnCheckLetter);
        (await _cases.MatchAsync("c1")).ShouldBeNull();
    }

    [Fact]
    public async Task Placeholder_IsTakenAsNoUpn()
    {
        var receipt = await _cases.ChangeAsync(Child("c1", "UN3"));
        receipt.Accepted.Notices.ShouldBeEmpty();
        (await _cases.ReadAsync(x => x.SourcePersons.SingleAsync())).Upn.ShouldBeNull();
    }

    [Fact]
    public async Task TwinsWithOneUpnOnTheRoll_JoinNobody()
    {
        await _cases.Rolls.ChangeAsync(NorthUrn, RollBuilder.Record("t1", Upn(1)), RollBuilder.Record("t2", Upn(1)));
        await _cases.ChangeAsync(Child("c1", Upn(1)));
        (await _cases.MatchAsync("c1")).ShouldBeNull();
    }

    [Fact]
    public async Task UpnReplacedOnTheRoll_TheFormerOneStillJoins()
    {
        await _cases.Rolls.ChangeAsync(NorthUrn, RollBuilder.Record("p1", Upn(1)));
        await _cases.ChangeAsync(Child("c1", Upn(1)));
        var renumbered = RollBuilder.Record("p1", Upn(2));
        renumbered.FormerUpns.Add(Upn(1));
        await _cases.Rolls.ChangeAsync(NorthUrn, renumbered);
        (await _cases.MatchAsync("c1")).ShouldNotBeNull();
        await _cases.Rolls.ChangeAsync(SouthUrn, RollBuilder.Record("s1", Upn(3)));
        (await _cases.ReadAsync(x => x.Matches.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task PupilsBecomeOne_TheMatchFollows()
    {
        await _cases.Rolls.ChangeAsync(SouthUrn, RollBuilder.Record("s1", Upn(1), Born.AddDays(1)));
        await _cases.Rolls.ChangeAsync(NorthUrn, RollBuilder.Record("n1", Upn(1)));
        await _cases.ChangeAsync(Child("c1", Upn(1), Born.AddDays(1)));
        await _cases.Rolls.ChangeAsync(NorthUrn, RollBuilder.Record("n1", Upn(1), Born.AddDays(1)));
        var enrolment = (await _cases.Rolls.EnrolmentsAsync()).ShouldHaveSingleItem();
        (await _cases.MatchAsync("c1")).ShouldBe(enrolment.PupilId);
    }

    [Fact]
    public async Task ChildTakenBack_IsNoLongerJoined_AndTheHistoryStays()
    {
        await _cases.Rolls.ChangeAsync(NorthUrn, RollBuilder.Record("p1", Upn(1)));
        await _cases.ChangeAsync(Child("c1", Upn(1)));
        var removal = await _cases.ChangeAsync(Removal(CaseRecordKind.Child, "c1"));
        (await _cases.MatchAsync("c1")).ShouldBeNull();
        (await _cases.ReadAsync(x => x.Matches.SingleAsync())).ToPosition.ShouldBe(removal.Accepted.Position);
    }
}
