using Grpc.Core;
using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Contracts.Feedback.V1;
using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Domain;
using IntegrationHub.Server.Tests.Registers;
using IntegrationHub.Server.Tests.Roll;

namespace IntegrationHub.Server.Tests.Feedback;

/// <summary>What all lists have in common: schools, pages, refusals, earlier moments, and numbers that equal the contract's.</summary>
public sealed class FeedbackRequestTests : IAsyncLifetime
{
    private FeedbackTown _town = null!;

    public async Task InitializeAsync() => _town = await FeedbackTown.OpenAsync(TestCity.EndOfTerm);

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(500)]
    public async Task Pages_Together_HaveEachPupilAndEachSchoolOnce(int size)
    {
        var expected = new List<long>();
        foreach (var school in (int[])[FeedbackTown.School, FeedbackTown.School, FeedbackTown.OtherSchool, FeedbackTown.OtherSchool])
        {
            var pupil = _town.City.AddPupil();
            _town.City.Attend(_town.City.Enrol(pupil, school), 0, 4);
            expected.Add(pupil.PupilId);
        }
        _town.City.AddSchool(8512009);
        await _town.City.SaveAsync();

        var request = new ListPupilConcernsRequest { Kind = ConcernKind.Severe, PageSize = size };
        var (pupils, schools) = (new List<long>(), new List<(string, int)>());
        do
        {
            var page = await _town.Feedback.ListPupilConcernsAsync(request);
            page.Concerns.Count.ShouldBeLessThanOrEqualTo(size);
            pupils.AddRange(page.Concerns.Select(x => x.Pupil.PupilId));
            pupils.Count.ShouldBeLessThanOrEqualTo(expected.Count, "a pupil comes again, and might for ever");
            schools.AddRange(page.Schools.Select(x => (x.SchoolLaestab, x.EntryCount)));
            page.Freshness.Schools.Select(x => x.SchoolLaestab).ShouldBe(page.Schools.Select(x => x.SchoolLaestab));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        pupils.ShouldBe(expected);
        schools.ShouldBe([("8512001", 2), ("8512009", 0), ("8514001", 2)]);
    }

    [Fact]
    public async Task OneSchool_IsToldOfItsOwnPupilsAlone()
    {
        _town.City.Attend(_town.City.Enrol(_town.City.AddPupil()), 0, 4);
        _town.City.Attend(_town.City.Enrol(_town.City.AddPupil(), FeedbackTown.OtherSchool), 0, 4);
        await _town.City.SaveAsync();
        var answer = await _town.Feedback.ListPupilConcernsAsync(new() { Kind = ConcernKind.Severe, SchoolLaestab = "851/4001" });
        answer.Concerns.Select(x => x.SchoolLaestab).ShouldBe(["8514001"]);
        answer.Schools.Select(x => x.SchoolName).ShouldBe(["School 8514001"]);
    }

    [Theory]
    [InlineData("8519999", StatusCode.NotFound, Reason.UnknownSchool)]
    [InlineData("851", StatusCode.InvalidArgument, Reason.InvalidLaestab)]
    public async Task School_ThatIsNone_IsRefused(string laestab, StatusCode status, string reason)
    {
        await _town.Feedback.ListPupilConcernsAsync(new() { Kind = ConcernKind.Severe, SchoolLaestab = laestab }).ShouldBeRefusedAsync(status, reason);
        await _town.Feedback.ListUnexplainedAbsencesAsync(new() { SchoolLaestab = laestab }).ShouldBeRefusedAsync(status, reason);
        await _town.Feedback.ListMissingRegistersAsync(new() { SchoolLaestab = laestab }).ShouldBeRefusedAsync(status, reason);
        await _town.Feedback.ListDoubtfulCodesAsync(new() { SchoolLaestab = laestab }).ShouldBeRefusedAsync(status, reason);
        await _town.Feedback.ListDoubtfulUpnsAsync(new() { SchoolLaestab = laestab }).ShouldBeRefusedAsync(status, reason);
        await _town.Feedback.ListTwoSchoolMarksAsync(new() { SchoolLaestab = laestab }).ShouldBeRefusedAsync(status, reason);
    }

    [Fact]
    public async Task Tomorrow_CannotBeJudged()
    {
        var tomorrow = FeedbackTown.Date(2021, 12, 18);
        await _town.Feedback.ListMissingRegistersAsync(new() { AsOfDate = tomorrow }).ShouldBeRefusedAsync(StatusCode.InvalidArgument, Reason.DateInFuture);
        await _town.Feedback.ListUnexplainedAbsencesAsync(new() { AsOfDate = tomorrow }).ShouldBeRefusedAsync(StatusCode.InvalidArgument, Reason.DateInFuture);
    }

    [Fact]
    public async Task KindOrNumberNotSaid_IsRefused()
    {
        await _town.Feedback.ListPupilConcernsAsync(new()).ShouldBeRefusedAsync(StatusCode.InvalidArgument, Reason.InvalidArgument);
        await _town.Feedback.ListPupilConcernsAsync(new() { Kind = (ConcernKind)9 }).ShouldBeRefusedAsync(StatusCode.InvalidArgument, Reason.InvalidArgument);
        await _town.Feedback.ListPupilConcernsAsync(new() { Kind = ConcernKind.Severe, MinPossibleSessions = -1 })
            .ShouldBeRefusedAsync(StatusCode.InvalidArgument, Reason.InvalidArgument);
    }

    [Fact]
    public async Task Token_OfAnotherList_IsRefused()
    {
        foreach (var _ in (int[])[1, 2])
            _town.City.Attend(_town.City.Enrol(_town.City.AddPupil()), 0, 4);
        await _town.City.SaveAsync();
        var token = (await _town.Feedback.ListPupilConcernsAsync(new() { Kind = ConcernKind.Severe, PageSize = 1 })).NextPageToken;
        await _town.Feedback.ListPupilConcernsAsync(new() { Kind = ConcernKind.Persistent, PageToken = token })
            .ShouldBeRefusedAsync(StatusCode.InvalidArgument, Reason.InvalidPageToken);
    }

    [Fact]
    public async Task EarlierMoment_IsAnsweredAsItWasKnownThen()
    {
        await _town.Sender.SchoolsAsync(new School { Urn = $"{RegisterBuilder.Urn}", Laestab = "8512003", DisplayName = "North" });
        var term = new Term { DisplayName = "Autumn", SchoolLaestab = "8512003", StartDate = FeedbackTown.Date(2021, 9, 6), EndDate = FeedbackTown.Date(2021, 12, 17) };
        await _town.Sender.Operations.ApplyCalendarAsync(new() { RequestId = Rebuild.TownSender.NewId(), Terms = { term } });
        await _town.Sender.RollChangeAsync(RollBuilder.NorthUrn, RollBuilder.Record("p1", RollBuilder.Upn(1)));
        await _town.RegisterAsync(TestCity.FirstMonday, SchoolSession.Am, RegisterBuilder.Mark("p1", "N"));
        var before = await _town.Feedback.ListUnexplainedAbsencesAsync(new());
        before.Absences.ShouldHaveSingleItem();
        await _town.RegisterAsync(TestCity.FirstMonday, SchoolSession.Am, RegisterBuilder.Mark("p1", "I"));
        (await _town.Feedback.ListUnexplainedAbsencesAsync(new())).Absences.ShouldBeEmpty();
        var then = await _town.Feedback.ListUnexplainedAbsencesAsync(new() { KnownAt = new KnownAt { Position = before.Freshness.Position } });
        then.Absences.ShouldBe(before.Absences);
    }

    [Theory]
    [InlineData(typeof(Server.Feedback.FeedbackState), typeof(FeedbackState))]
    [InlineData(typeof(Server.Feedback.Lists.ConcernKind), typeof(ConcernKind))]
    [InlineData(typeof(Server.Feedback.Lists.MissingKind), typeof(MissingKind))]
    [InlineData(typeof(Server.Feedback.Lists.DoubtfulCodeKind), typeof(DoubtfulCodeKind))]
    [InlineData(typeof(Server.Feedback.Lists.UpnFault), typeof(UpnFault))]
    [InlineData(typeof(Server.HealthAbsence.HealthGrouping), typeof(Contracts.HealthAbsence.V1.HealthGrouping))]
    public void Numbers_EqualTheContracts(Type own, Type contract) => Meanings(own).ShouldBe(Meanings(contract));

    private static IEnumerable<(int, string)> Meanings(Type type) =>
        Enum.GetValues(type).Cast<object>().Select(x => ((int)x, x.ToString()!)).Where(x => x.Item1 != 0);
}
