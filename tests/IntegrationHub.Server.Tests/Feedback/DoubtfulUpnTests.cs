using IntegrationHub.Contracts.Feedback.V1;
using IntegrationHub.Storage.Model;
using static IntegrationHub.Server.Tests.Roll.RollBuilder;
using UpnNumber = IntegrationHub.Domain.Identity.Upn;

namespace IntegrationHub.Server.Tests.Feedback;

/// <summary>UPNs that a school should mend, on rolls as schools send them.</summary>
public sealed class DoubtfulUpnTests : IAsyncLifetime
{
    private FeedbackTown _town = null!;

    public async Task InitializeAsync()
    {
        _town = await FeedbackTown.OpenAsync(TestCity.EndOfTerm);
        await _town.AddUrnAsync();
        await _town.Hub.WriteAsync(context => context.Add(
            new SchoolUrnRow { Authority = TestHub.Authority, Urn = SouthUrn, Laestab = FeedbackTown.OtherSchool }));
    }

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Fact]
    public async Task EachFault_IsListedForItsPupil_AndGoodNumbersAreNot()
    {
        var temporary = UpnNumber.CreateTemporary(851, 2001, 17, 5, 'A').Value;
        await _town.Sender.RollChangeAsync(
            NorthUrn, Record("good", Upn(1)), Record("letter", WrongLetter(2)), Record("shape", "12345"), Record("temporary", temporary),
            Record("without"));
        var answer = await _town.Feedback.ListDoubtfulUpnsAsync(new());
        answer.Upns.Select(x => (x.Pupil.MisPupilId, x.Pupil.Upn, x.Fault)).ShouldBe(
        [
            ("letter", WrongLetter(2), UpnFault.WrongCheckLetter), ("shape", "12345", UpnFault.Malformed),
            ("temporary", temporary, UpnFault.Temporary), ("without", "", UpnFault.Missing),
        ]);
        answer.ToString().ShouldNotContain("Okafor");
    }

    [Fact]
    public async Task TwinsWithOneNumber_AreListedBoth()
    {
        await _town.Sender.RollChangeAsync(NorthUrn, Record("one", Upn(1)), Record("two", Upn(1)));
        var upns = (await _town.Feedback.ListDoubtfulUpnsAsync(new())).Upns;
        upns.Select(x => (x.Pupil.MisPupilId, x.Fault)).ShouldBe([("one", UpnFault.Shared), ("two", UpnFault.Shared)]);
        upns.Select(x => x.SharedWithLaestabs).ShouldAllBe(x => x.Single() == "8512001");
    }

    [Fact]
    public async Task NumberWithTwoDatesOfBirth_IsListedAtBothSchools_EachWithTheOther()
    {
        await _town.Sender.RollChangeAsync(NorthUrn, Record("north", Upn(1)));
        await _town.Sender.RollChangeAsync(SouthUrn, Record("south", Upn(1), Born.AddDays(1)));
        var upns = (await _town.Feedback.ListDoubtfulUpnsAsync(new())).Upns;
        upns.Select(x => (x.Pupil.MisPupilId, x.Fault, x.SharedWithLaestabs.Single())).ShouldBe(
            [("north", UpnFault.TwoDatesOfBirth, "8514001"), ("south", UpnFault.TwoDatesOfBirth, "8512001")]);
    }

    [Fact]
    public async Task RestrictedChild_IsCountedAtItsSchool_AndNobodysDoubleElsewhere()
    {
        var hidden = Record("hidden", Upn(1), Born.AddDays(1));
        hidden.Restricted = true;
        await _town.Sender.RollChangeAsync(NorthUrn, hidden);
        await _town.Sender.RollChangeAsync(SouthUrn, Record("south", Upn(1)));
        var answer = await _town.Feedback.ListDoubtfulUpnsAsync(new());
        answer.Upns.ShouldBeEmpty();
        answer.Schools.Select(x => x.RestrictedChildCount).ShouldBe([1, 0]);
    }

    [Fact]
    public async Task PupilWhoLeft_IsNotListed_AndGuestsNeither()
    {
        var guest = Record("guest");
        guest.EnrolmentStatus = Contracts.Roll.V1.EnrolmentStatus.Guest;
        await _town.Sender.RollChangeAsync(NorthUrn, guest, Record("left", leaving: new(2021, 12, 16)), Record("leaving", leaving: new(2021, 12, 17)));
        (await _town.Feedback.ListDoubtfulUpnsAsync(new())).Upns.Select(x => x.Pupil.MisPupilId).ShouldBe(["leaving"]);
    }
}
