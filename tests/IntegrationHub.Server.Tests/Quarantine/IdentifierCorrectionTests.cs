using Grpc.Core;
using IntegrationHub.Contracts.Quarantine.V1;
using IntegrationHub.Domain;

namespace IntegrationHub.Server.Tests.Quarantine;

/// <summary>A school's registers name a pupil by a wrong identifier, and the school says whom it means.</summary>
public sealed class IdentifierCorrectionTests : QuarantineFixture
{
    [Fact]
    public async Task MalformedUpn_CountsForThePupilMeant()
    {
        (await SendAsync(Upn("ADA-1", "/"))).Accepted.Notices.ShouldHaveSingleItem().Reason.ShouldBe(Reason.MalformedUpn);
        (await CorrectAsync("ADA-1", "p1")).ResolvedCount.ShouldBe(1);
        (await MarksAsync(Ada)).ShouldBe([("/", "")]);
        (await SendAsync(Upn("ADA-1", "L"))).Accepted.Notices.ShouldBeEmpty();
        (await MarksAsync(Ada)).ShouldBe([("L", "")]);
    }

    [Fact]
    public async Task UpnOfAnotherPupil_MovesItsMarks_AndBackWhenTakenBack()
    {
        await SendAsync(Upn(Ada, "O"));
        await CorrectAsync(Ada, "p2");
        (await MarksAsync(Ada)).ShouldBeEmpty();
        (await MarksAsync(Ben)).ShouldBe([("O", "")]);
        await CorrectAsync(Ada, null);
        (await MarksAsync(Ada)).ShouldBe([("O", "")]);
        (await MarksAsync(Ben)).ShouldBeEmpty();
    }

    [Fact]
    public async Task PupilOnNoRoll_CountsForThePupilMeant()
    {
        var stranger = Roll.RollBuilder.Upn(9);
        (await SendAsync(Upn(stranger, "/"))).Accepted.Notices.ShouldHaveSingleItem().Reason.ShouldBe(Reason.PupilNotOnRoll);
        (await ItemsAsync(QuarantineKind.PendingMark)).ShouldHaveSingleItem().Mark.Upn.ShouldBe(stranger);
        (await CorrectAsync(stranger, "p2")).ResolvedCount.ShouldBe(1);
        (await MarksAsync(Ben)).ShouldBe([("/", "")]);
    }

    [Fact]
    public async Task Correction_OfOneIdentifier_LeavesTheOthersAsTheyAre()
    {
        await CorrectAsync("ADA-1", "p1");
        (await SendAsync(Upn("ADA-1", "L"), Upn(Ben, "/"))).Accepted.Notices.ShouldBeEmpty();
        (await MarksAsync(Ada)).ShouldBe([("L", "")]);
        (await MarksAsync(Ben)).ShouldBe([("/", "")]);
    }

    [Fact]
    public async Task IdentifierMeant_NotOnTheRoll_IsRefused()
    {
        var error = await Should.ThrowAsync<RpcException>(CorrectAsync("ADA-1", "p3"));
        error.StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        Client.RichStatus.Of(error).Reason.ShouldBe(Reason.PupilNotOnRoll);
    }

    private Task<ResolveQuarantineResponse> CorrectAsync(string upn, string? misPupilId) => ResolveAsync(x =>
    {
        x.CorrectIdentifier = new() { SchoolLaestab = "8512001", SentUpn = upn };
        if (misPupilId is not null)
            x.CorrectIdentifier.MeantMisPupilId = misPupilId;
    });
}
