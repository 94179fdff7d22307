using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Contracts.Roll.V1;
using IntegrationHub.Domain;
using Microsoft.EntityFrameworkCore;
using static IntegrationHub.Server.Tests.Roll.RollBuilder;

namespace IntegrationHub.Server.Tests.Roll;

/// <summary>Who is one pupil, and who is not.</summary>
public sealed class RollIdentityTests : IAsyncLifetime
{
    private RollFixture _rolls = null!;

    public async Task InitializeAsync() => _rolls = await RollFixture.StartAsync();

    public async Task DisposeAsync() => await _rolls.DisposeAsync();

    [Fact]
    public async Task TwoSchools_SameUpnAndDateOfBirth_OnePupil()
    {
        await _rolls.ChangeAsync(NorthUrn, Record("n1", Upn(1)));
        var dual = Record("s1", Upn(1));
        dual.EnrolmentStatus = EnrolmentStatus.Subsidiary;
        (await _rolls.ChangeAsync(SouthUrn, dual)).Accepted.Notices.ShouldBeEmpty();

        var pupil = await _rolls.PupilAsync(Upn(1));
        pupil.Enrolments.Select(x => x.SchoolLaestab).ShouldBe(["8512001", "8512002"], ignoreOrder: true);
        pupil.Identifiers.Select(x => (x.Scheme, x.Value, x.SchoolLaestab)).ShouldBe(
            [("MIS", "n1", "8512001"), ("MIS", "s1", "8512002"), ("UPN", Upn(1), "")]);
    }

    [Fact]
    public async Task TwoSchools_OtherDateOfBirth_TwoPupilsAndAWarning()
    {
        await _rolls.ChangeAsync(NorthUrn, Record("n1", Upn(1)));
        var receipt = await _rolls.ChangeAsync(SouthUrn, Record("s1", Upn(1), Born.AddDays(1)));
        receipt.Accepted.Notices.ShouldHaveSingleItem().Reason.ShouldBe(Reason.UpnDateOfBirthMismatch);
        (await CountPupilsAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task TwoSchools_DateOfBirthMended_BecomeOnePupil()
    {
        await _rolls.ChangeAsync(NorthUrn, Record("n1", Upn(1)));
        await _rolls.ChangeAsync(SouthUrn, Record("s1", Upn(1), Born.AddDays(1)));
        var receipt = await _rolls.ChangeAsync(SouthUrn, Record("s1", Upn(1)));
        receipt.Accepted.Notices.ShouldBeEmpty();
        (await _rolls.PupilAsync(Upn(1))).Enrolments.Count.ShouldBe(2);
    }

    [Fact]
    public async Task TwoSchoolsWithOnePupil_OneChangesTheDateOfBirth_PartUntilTheyAgree()
    {
        await _rolls.ChangeAsync(NorthUrn, Record("n1", Upn(1)));
        await _rolls.ChangeAsync(SouthUrn, Record("s1", Upn(1)));
        var receipt = await _rolls.ChangeAsync(SouthUrn, Record("s1", Upn(1), Born.AddDays(1)));
        receipt.Accepted.Notices.ShouldHaveSingleItem().Reason.ShouldBe(Reason.UpnDateOfBirthMismatch);
        (await PupilIdAtAsync(North)).ShouldNotBe(await PupilIdAtAsync(South));

        await _rolls.ChangeAsync(NorthUrn, Record("n1", Upn(1), Born.AddDays(1)));
        (await PupilIdAtAsync(North)).ShouldBe(await PupilIdAtAsync(South));
    }

    [Fact]
    public async Task UpnOfATwin_MendedAtTheSchool_PartsTheTwins()
    {
        await _rolls.ChangeAsync(NorthUrn, Named("n1", Upn(1), "Ann"));
        var slip = await _rolls.ChangeAsync(SouthUrn, Named("s1", Upn(1), "Bob"));
        slip.Accepted.Notices.ShouldHaveSingleItem().Reason.ShouldBe(Reason.UpnForenameMismatch);
        (await PupilIdAtAsync(North)).ShouldBe(await PupilIdAtAsync(South));

        var mended = await _rolls.ChangeAsync(SouthUrn, Named("s1", Upn(2), "Bob"));
        mended.Accepted.Notices.ShouldHaveSingleItem().Reason.ShouldBe(Reason.UpnOtherThanElsewhere);
        (await _rolls.PupilAsync(Upn(1))).Enrolments.Select(x => x.SchoolLaestab).ShouldBe(["8512001"]);
        (await _rolls.PupilAsync(Upn(2))).Enrolments.Select(x => x.SchoolLaestab).ShouldBe(["8512002"]);
        (await _rolls.ChangeAsync(NorthUrn, Named("n1", Upn(1), "Ann"))).Accepted.Notices.ShouldBeEmpty();
        (await _rolls.ChangeAsync(SouthUrn, Named("s1", Upn(2), "Bob"))).Accepted.Notices.ShouldBeEmpty();
        (await PupilIdAtAsync(North)).ShouldNotBe(await PupilIdAtAsync(South));
    }

    [Fact]
    public async Task UpnChangedAtOneOfTwoSchools_StaysOnePupil_WithTheOldOneAsFormer()
    {
        await _rolls.ChangeAsync(NorthUrn, Record("n1", Upn(1)));
        await _rolls.ChangeAsync(SouthUrn, Record("s1", Upn(1)));
        var changed = Record("s1", Upn(2));
        changed.FormerUpns.Add(Upn(1));
        (await _rolls.ChangeAsync(SouthUrn, changed)).Accepted.Notices.ShouldBeEmpty();
        (await PupilIdAtAsync(North)).ShouldBe(await PupilIdAtAsync(South));
        (await _rolls.PupilAsync(Upn(2))).Enrolments.Count.ShouldBe(2);
    }

    [Fact]
    public async Task UpnChangedAtOneOfTwoSchools_WithoutAWord_PartsThemUntilTheOtherFollows()
    {
        await _rolls.ChangeAsync(NorthUrn, Record("n1", Upn(1)));
        await _rolls.ChangeAsync(SouthUrn, Record("s1", Upn(1)));
        await _rolls.ChangeAsync(SouthUrn, Record("s1", Upn(2)));
        (await PupilIdAtAsync(North)).ShouldNotBe(await PupilIdAtAsync(South));

        (await _rolls.ChangeAsync(NorthUrn, Record("n1", Upn(2)))).Accepted.Notices.ShouldBeEmpty();
        (await PupilIdAtAsync(North)).ShouldBe(await PupilIdAtAsync(South));
    }

    [Fact]
    public async Task RecordOfALeaver_WithTheUpnOfThen_DoesNotPartThePupil()
    {
        await _rolls.ChangeAsync(SouthUrn, Record("s1", Upn(1), leaving: new(2020, 7, 17)));
        await _rolls.ChangeAsync(NorthUrn, Record("n1", Upn(1)));
        await _rolls.ChangeAsync(NorthUrn, Record("n1", Upn(2)));
        await _rolls.ChangeAsync(SouthUrn, Record("s1", Upn(1), leaving: new(2020, 7, 17)));
        (await PupilIdAtAsync(North)).ShouldBe(await PupilIdAtAsync(South));
    }

    [Theory]
    [InlineData(true, Reason.UpnCheckLetter)]
    [InlineData(false, Reason.MalformedUpn)]
    public async Task TwoSchools_UpnThatCannotBeTrusted_JoinsNobody(bool wrongLetter, string reason)
    {
        var upn = wrongLetter ? WrongLetter(1) : "A12";
        await _rolls.ChangeAsync(NorthUrn, Record("n1", upn));
        var receipt = await _rolls.ChangeAsync(SouthUrn, Record("s1", upn));
        receipt.Accepted.Notices.ShouldHaveSingleItem().ShouldBe(new Notice { Outcome = NoticeOutcome.Warning, Reason = reason });
        (await CountPupilsAsync()).ShouldBe(2);
        (await _rolls.EnrolmentsAsync(South)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task UpnComesLater_JoinsThePupilAnotherSchoolKnows()
    {
        await _rolls.ChangeAsync(NorthUrn, Record("n1", Upn(1)));
        await _rolls.ChangeAsync(SouthUrn, Record("s1"));
        (await CountPupilsAsync()).ShouldBe(2);
        await _rolls.ChangeAsync(SouthUrn, Record("s1", Upn(1)));
        (await _rolls.PupilAsync(Upn(1))).Enrolments.Count.ShouldBe(2);
    }

    [Fact]
    public async Task FormerUpn_JoinsToo()
    {
        await _rolls.ChangeAsync(NorthUrn, Record("n1", Upn(1), leaving: Snapshot));
        var moved = Record("s1", Upn(2));
        moved.FormerUpns.Add(Upn(1));
        await _rolls.ChangeAsync(SouthUrn, moved);
        var pupil = await _rolls.PupilAsync(Upn(1));
        pupil.PupilId.ShouldBe((await _rolls.PupilAsync(Upn(2))).PupilId);
        pupil.Enrolments.Count.ShouldBe(2);
    }

    [Fact]
    public async Task TwinsWithOneUpn_AtOneSchool_StayTwo()
    {
        var receipt = await _rolls.SnapshotAsync(NorthUrn, Snapshot, Record("t1", Upn(1)), Record("t2", Upn(1)));
        receipt.Accepted.Notices.ShouldHaveSingleItem()
            .ShouldBe(new Notice { ItemIndex = 1, Outcome = NoticeOutcome.Warning, Reason = Reason.UpnShared });
        (await CountPupilsAsync()).ShouldBe(2);
        var error = await Should.ThrowAsync<Grpc.Core.RpcException>(() => _rolls.PupilAsync(Upn(1)));
        error.ReasonOf().ShouldBe(Reason.PupilAmbiguous);
    }

    [Fact]
    public async Task MisIdentifierGivenToAnotherChild_IsAnotherPupil()
    {
        await _rolls.ChangeAsync(NorthUrn, Record("n1", Upn(1), leaving: Snapshot.AddDays(-30)));
        await _rolls.ChangeAsync(NorthUrn, Record("n1", Upn(2), Born.AddYears(2), entry: Snapshot));
        (await _rolls.PupilAsync(Upn(1))).Enrolments.ShouldHaveSingleItem().LeavingDate.ShouldNotBeNull();
        (await _rolls.PupilAsync(Upn(2))).Enrolments.ShouldHaveSingleItem().LeavingDate.ShouldBeNull();
    }

    [Fact]
    public async Task MisIdentifierGivenToAnotherChild_InASnapshot_TheFirstLeaves()
    {
        await _rolls.SnapshotAsync(NorthUrn, Snapshot, Record("n1", Upn(1)));
        await _rolls.SnapshotAsync(NorthUrn, Snapshot.AddDays(7), Record("n1", Upn(2), Born.AddYears(2), entry: Snapshot.AddDays(7)));
        var first = (await _rolls.PupilAsync(Upn(1))).Enrolments.ShouldHaveSingleItem();
        first.LeavingDate.ShouldBe(Date(Snapshot.AddDays(6)));
        (await _rolls.PupilAsync(Upn(2))).Enrolments.ShouldHaveSingleItem().LeavingDate.ShouldBeNull();
    }

    [Fact]
    public async Task UpnReplaced_TheOldOneNoLongerFindsThePupil()
    {
        await _rolls.ChangeAsync(NorthUrn, Record("n1", Upn(1)));
        await _rolls.ChangeAsync(NorthUrn, Record("n1", Upn(2)));
        (await _rolls.PupilAsync(Upn(2))).Identifiers.Where(x => x.Scheme == "UPN").ShouldHaveSingleItem();
        (await Should.ThrowAsync<Grpc.Core.RpcException>(() => _rolls.PupilAsync(Upn(1)))).ReasonOf().ShouldBe(Reason.PupilUnknown);
    }

    [Fact]
    public async Task RestrictedChild_IsAnsweredAsUnknown_AlsoAfterMoving()
    {
        var hidden = Record("n1", Upn(1));
        hidden.Restricted = true;
        await _rolls.ChangeAsync(NorthUrn, hidden);
        hidden.LeavingDate = Date(Snapshot);
        await _rolls.ChangeAsync(NorthUrn, hidden);
        await _rolls.ChangeAsync(SouthUrn, Record("s1", Upn(1), entry: Snapshot.AddDays(1)));
        (await Should.ThrowAsync<Grpc.Core.RpcException>(() => _rolls.PupilAsync(Upn(1)))).ReasonOf().ShouldBe(Reason.PupilUnknown);
    }

    private async Task<int> CountPupilsAsync()
    {
        await using var context = _rolls.Hub.Database.CreateReadContext();
        return await context.Pupils.CountAsync();
    }

    private static RollRecord Named(string misPupilId, string upn, string forename)
    {
        var record = Record(misPupilId, upn);
        record.Forename = forename;
        return record;
    }

    private async Task<long> PupilIdAtAsync(int laestab) => (await _rolls.EnrolmentsAsync(laestab)).ShouldHaveSingleItem().PupilId;
}
