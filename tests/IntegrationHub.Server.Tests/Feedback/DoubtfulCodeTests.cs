using IntegrationHub.Contracts.Feedback.V1;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Storage.Model;
using static IntegrationHub.Server.Tests.Registers.RegisterBuilder;

namespace IntegrationHub.Server.Tests.Feedback;

/// <summary>Codes that a school should mend.</summary>
public sealed class DoubtfulCodeTests : IAsyncLifetime
{
    private FeedbackTown _town = null!;

    public async Task InitializeAsync() => _town = await FeedbackTown.OpenAsync(TestCity.EndOfTerm);

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Fact]
    public async Task CodeOfTheOtherEra_IsListedWithItsNameAndHowOftenAndWhen()
    {
        var enrolment = _town.City.Enrol(_town.City.AddPupil());
        _town.City.Mark(enrolment, TestCity.FirstMonday, "/ C1 C1 / H");
        _town.City.Mark(_town.City.Enrol(_town.City.AddPupil()), new(2021, 9, 10), "C1");
        var code = (await ListAsync()).Codes.ShouldHaveSingleItem();
        (code.SchoolLaestab, code.Code, code.Kind, code.SessionCount).ShouldBe(("8512001", "C1", DoubtfulCodeKind.OtherEra, 3));
        (code.FirstDate, code.LastDate).ShouldBe((FeedbackTown.Date(2021, 9, 6), FeedbackTown.Date(2021, 9, 10)));
        code.CodeName.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task YearOfTheChange_HasTheOldCodesBefore19AugustAndTheNewFromThenOn()
    {
        _town.SetClock(new(2024, 9, 30));
        var enrolment = _town.City.Enrol(_town.City.AddPupil());
        // 16 August 2024 is a Friday and the 19th the Monday after.
        _town.City.Mark(enrolment, new(2024, 8, 16), "H K H K");
        var codes = (await ListAsync()).Codes;
        codes.Select(x => (x.Code, x.SessionCount, x.LastDate)).ShouldBe(
            [("H", 1, FeedbackTown.Date(2024, 8, 19)), ("K", 1, FeedbackTown.Date(2024, 8, 16))]);
    }

    [Fact]
    public async Task GuestsMarks_CountNowhere_AndThoseOfRestrictedChildrenAreLeftOut()
    {
        _town.City.Mark(_town.City.Enrol(_town.City.AddPupil(), status: EnrolmentStatus.Guest), TestCity.FirstMonday, "C1");
        _town.City.Mark(_town.City.Enrol(_town.City.AddPupil(restricted: true)), TestCity.FirstMonday, "C1 C1");
        var answer = await ListAsync();
        answer.Codes.ShouldBeEmpty();
        answer.Schools[0].RestrictedChildCount.ShouldBe(1);
    }

    [Fact]
    public async Task CodeInNoCodeSet_IsListedUntilItIsMended()
    {
        await _town.AddUrnAsync();
        await _town.Hub.AddPupilAsync(FeedbackTown.School, null, "p1");
        await _town.RegisterAsync(Monday, SchoolSession.Am, Mark("p1", "QQ"), Mark("nobody", "QQ"));
        await _town.RegisterAsync(Monday, SchoolSession.Pm, Mark("p1", "QQ"));
        var code = (await ListAsync()).Codes.ShouldHaveSingleItem();
        (code.Code, code.Kind, code.SessionCount, code.CodeName, code.LastDate)
            .ShouldBe(("QQ", DoubtfulCodeKind.Unknown, 3, "", FeedbackTown.Date(2021, 9, 13)));

        await _town.Sender.MendAsync(x => x.MapCode = new() { SourceCode = "QQ", Code = "I", SchoolLaestab = "8512001" });
        (await ListAsync()).Codes.ShouldBeEmpty();
    }

    [Fact]
    public async Task UnknownCodesOfGuestsAndRestrictedChildren_AreNotListed()
    {
        await _town.AddUrnAsync();
        var (guest, hidden) = (_town.City.AddPupil(upn: Roll.RollBuilder.Upn(1)), _town.City.AddPupil(upn: Roll.RollBuilder.Upn(2), restricted: true));
        _town.City.Enrol(guest, status: EnrolmentStatus.Guest);
        _town.City.Enrol(hidden);
        await _town.City.SaveAsync();
        await _town.RegisterAsync(
            Monday, SchoolSession.Am, new() { Upn = Roll.RollBuilder.Upn(1), Code = "QQ" }, new() { Upn = Roll.RollBuilder.Upn(2), Code = "QQ" });
        var answer = await ListAsync();
        answer.Codes.ShouldBeEmpty();
        answer.Schools[0].RestrictedChildCount.ShouldBe(1);
    }

    private async Task<ListDoubtfulCodesResponse> ListAsync()
    {
        await _town.City.SaveAsync();
        return await _town.Feedback.ListDoubtfulCodesAsync(new());
    }
}
