using IntegrationHub.Contracts.Feedback.V1;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Tests.Feedback;

/// <summary>Sessions that two schools mark as possible for one pupil.</summary>
public sealed class TwoSchoolMarkTests : IAsyncLifetime
{
    private FeedbackTown _town = null!;

    public async Task InitializeAsync() => _town = await FeedbackTown.OpenAsync(TestCity.EndOfTerm);

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Fact]
    public async Task Session_IsListedForBothSchools_WithBothCodes_AndTheOneThatCounts()
    {
        var pupil = _town.City.AddPupil();
        _town.City.Mark(_town.City.Enrol(pupil), TestCity.FirstMonday, "/ D O");
        _town.City.Mark(_town.City.Enrol(pupil, FeedbackTown.OtherSchool, status: EnrolmentStatus.Subsidiary), TestCity.FirstMonday, "D / P");
        var answer = await ListAsync();
        answer.Sessions.Select(x => (x.SchoolLaestab, x.Code, x.OtherMarks.Single().SchoolLaestab, x.OtherMarks.Single().Code, x.CountedCode))
            .ShouldBe([("8512001", "O", "8514001", "P", "P"), ("8514001", "P", "8512001", "O", "P")]);
        answer.Sessions[0].Pupil.MisPupilId.ShouldBe($"m{pupil.PupilId}");
        (answer.Sessions[0].SessionDate, answer.Sessions[0].Session).ShouldBe((FeedbackTown.Date(2021, 9, 7), SchoolSession.Am));
    }

    [Fact]
    public async Task OneSchool_IsToldOfItsOwnAlone()
    {
        var pupil = _town.City.AddPupil();
        _town.City.Mark(_town.City.Enrol(pupil), TestCity.FirstMonday, "/");
        _town.City.Mark(_town.City.Enrol(pupil, FeedbackTown.OtherSchool), TestCity.FirstMonday, "/");
        await _town.City.SaveAsync();
        var answer = await _town.Feedback.ListTwoSchoolMarksAsync(new() { SchoolLaestab = "8514001" });
        answer.Sessions.Select(x => x.SchoolLaestab).ShouldBe(["8514001"]);
    }

    [Fact]
    public async Task MoverGuestAndSecondStayAtOneSchool_AreNoConflict()
    {
        var mover = _town.City.AddPupil();
        _town.City.Mark(_town.City.Enrol(mover, leaving: TestCity.FirstMonday), TestCity.FirstMonday, "/ / O O");
        _town.City.Mark(_town.City.Enrol(mover, FeedbackTown.OtherSchool, entry: TestCity.FirstMonday.AddDays(1)), TestCity.FirstMonday, "O O / /");
        var guest = _town.City.AddPupil();
        _town.City.Mark(_town.City.Enrol(guest), TestCity.FirstMonday, "/");
        _town.City.Mark(_town.City.Enrol(guest, FeedbackTown.OtherSchool, status: EnrolmentStatus.Guest), TestCity.FirstMonday, "/");
        var twice = _town.City.AddPupil();
        _town.City.Mark(_town.City.Enrol(twice), TestCity.FirstMonday, "/");
        _town.City.Mark(_town.City.Enrol(twice, entry: TestCity.FirstMonday), TestCity.FirstMonday, "O");
        (await ListAsync()).Sessions.ShouldBeEmpty();
    }

    [Fact]
    public async Task RestrictedChild_IsCountedAtBothSchools()
    {
        var pupil = _town.City.AddPupil(restricted: true);
        _town.City.Mark(_town.City.Enrol(pupil), TestCity.FirstMonday, "/ /");
        _town.City.Mark(_town.City.Enrol(pupil, FeedbackTown.OtherSchool), TestCity.FirstMonday, "/ /");
        var answer = await ListAsync();
        answer.Sessions.ShouldBeEmpty();
        answer.Schools.Select(x => x.RestrictedChildCount).ShouldBe([1, 1]);
    }

    private async Task<ListTwoSchoolMarksResponse> ListAsync()
    {
        await _town.City.SaveAsync();
        return await _town.Feedback.ListTwoSchoolMarksAsync(new());
    }
}
