using Grpc.Core;
using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Contracts.Roll.V1;
using IntegrationHub.Domain;
using Microsoft.EntityFrameworkCore;
using static IntegrationHub.Server.Tests.Roll.RollBuilder;

namespace IntegrationHub.Server.Tests.Operations;

/// <summary>What the operator tells the hub.</summary>
public sealed class ReferenceDataTests : IAsyncLifetime
{
    private TestHub _hub = null!;
    private OperationsService.OperationsServiceClient _operations = null!;
    private RollService.RollServiceClient _rolls = null!;

    public async Task InitializeAsync()
    {
        _hub = await TestHub.StartAsync();
        _operations = new(_hub.Channel);
        _rolls = new(_hub.Channel);
    }

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task NewSchool_CanSendItsRollAtOnce()
    {
        (await ChangeRollAsync(NorthUrn, Record("p1"))).Refused.Reason.ShouldBe(Reason.UnknownSchool);
        var response = await ApplyAsync(School(NorthUrn, North));
        (response.AddedCount, response.ChangedCount).ShouldBe((1, 0));
        (await ChangeRollAsync(NorthUrn, Record("p1"))).Accepted.ShouldNotBeNull();
    }

    [Fact]
    public async Task NewUrnOfAKnownSchool_KeepsItsPupils()
    {
        await ApplyAsync(School(NorthUrn, North));
        await ChangeRollAsync(NorthUrn, Record("p1", Upn(1)));
        var response = await ApplyAsync(School(SouthUrn, North, "North Academy", opens: new(2021, 9, 1)));
        (response.AddedCount, response.ChangedCount).ShouldBe((1, 0));

        await ChangeRollAsync(SouthUrn, Record("p1", Upn(1)));
        var pupil = (await _rolls.GetPupilAsync(new() { Upn = Upn(1) })).Pupil;
        var enrolment = pupil.Enrolments.ShouldHaveSingleItem();
        (enrolment.SchoolLaestab, enrolment.SchoolName).ShouldBe(("8512001", "North Academy"));
        await using var context = _hub.Database.CreateReadContext();
        (await context.SchoolUrns.SingleAsync(x => x.Urn == NorthUrn)).CloseDate.ShouldBe(new DateOnly(2021, 8, 31));
    }

    [Fact]
    public async Task OldUrnSentAgain_StaysClosed_AndDoesNotTakeTheNameBack()
    {
        await ApplyAsync(School(NorthUrn, North), School(SouthUrn, North, "North Academy", opens: new(2021, 9, 1)));
        var response = await ApplyAsync(School(NorthUrn, North));
        (response.AddedCount, response.ChangedCount).ShouldBe((0, 0));
        await using var context = _hub.Database.CreateReadContext();
        (await context.SchoolUrns.SingleAsync(x => x.Urn == NorthUrn)).CloseDate.ShouldBe(new DateOnly(2021, 8, 31));
        (await context.Schools.SingleAsync()).Name.ShouldBe("North Academy");
    }

    [Fact]
    public async Task SlipInADfeNumber_CanBeMended_UntilRecordsHaveCome()
    {
        await ApplyAsync(School(NorthUrn, South));
        (await ApplyAsync(School(NorthUrn, North))).RefusedItems.ShouldBeEmpty();
        await ChangeRollAsync(NorthUrn, Record("p1"));
        (await ApplyAsync(School(NorthUrn, South))).RefusedItems.ShouldHaveSingleItem().Reason.ShouldBe(Reason.UrnOfOtherSchool);
        await using var context = _hub.Database.CreateReadContext();
        (await context.Schools.Select(x => x.Laestab).ToListAsync()).ShouldBe([North]);
    }

    [Fact]
    public async Task FaultyItems_AreLeftOutAndTheOthersTaken()
    {
        var response = await ApplyAsync(
            School(NorthUrn, North),
            new School { Urn = "12", Laestab = "8512001", DisplayName = "x" },
            new School { Urn = "900003", Laestab = "1", DisplayName = "x" },
            new School { Urn = "900004", Laestab = "8512001" });
        response.AddedCount.ShouldBe(1);
        response.RefusedItems.Select(x => (x.ItemIndex, x.Reason)).ShouldBe(
            [(1, Reason.InvalidUrn), (2, Reason.InvalidLaestab), (3, Reason.RecordIncomplete)]);
        response.RefusedItems.ShouldAllBe(x => x.Detail.Length > 0);
    }

    [Fact]
    public async Task SameRequestTwice_CountsOnce()
    {
        var request = new ApplySchoolsRequest { RequestId = Guid.NewGuid().ToString(), Schools = { School(NorthUrn, North), new School() } };
        var first = await _operations.ApplySchoolsAsync(request);
        var second = await _operations.ApplySchoolsAsync(request);
        second.Position.ShouldBe(first.Position);
        second.RefusedItems.ShouldBe(first.RefusedItems);
    }

    [Fact]
    public async Task SameRequestIdForSomethingElse_IsRefused()
    {
        var request = new ApplySchoolsRequest { RequestId = Guid.NewGuid().ToString(), Schools = { School(NorthUrn, North) } };
        await _operations.ApplySchoolsAsync(request);
        request.Schools.Add(School(SouthUrn, South));
        var error = await Should.ThrowAsync<RpcException>(async () => await _operations.ApplySchoolsAsync(request));
        error.ReasonOf().ShouldBe(Reason.SubmissionIdReused);
    }

    [Fact]
    public async Task Calendar_TakesTermsAndClosures()
    {
        await ApplyAsync(School(NorthUrn, North));
        var response = await _operations.ApplyCalendarAsync(new()
        {
            RequestId = Guid.NewGuid().ToString(),
            Terms =
            {
                Term("", new(2021, 9, 1), new(2021, 12, 17)),
                Term("8519999", new(2021, 9, 1), new(2021, 12, 17)),
                Term("", new(2021, 12, 17), new(2021, 9, 1)),
                Term("", new(2021, 9, 1), new(2022, 12, 17)),
            },
            Closures = { new Closure { SchoolLaestab = "8512001", StartDate = Date(new(2021, 9, 2)), EndDate = Date(new(2021, 9, 2)), Kind = "INSET" } },
        });
        response.AppliedCount.ShouldBe(2);
        response.RefusedItems.Select(x => (x.ItemIndex, x.Reason)).ShouldBe(
            [(1, Reason.UnknownSchool), (2, Reason.DatesOutOfOrder), (3, Reason.DateOutsideSchoolYear)]);
        await using var context = _hub.Database.CreateReadContext();
        (await context.Terms.CountAsync(), await context.Closures.CountAsync()).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Opening_SentAgain_IsChangedAndKeepsWhatItSaid()
    {
        await ApplyAsync(School(NorthUrn, North));
        await OpenAsync(Opening("8512001", new(2021, 9, 1), new(2021, 10, 2)));
        var response = await OpenAsync(Opening("8512001", new(2021, 9, 1), new(2021, 12, 17)), Opening("", new(2021, 9, 5), new(2021, 9, 5), WeekendDay.Sunday));
        response.AppliedCount.ShouldBe(2);
        await using var context = _hub.Database.CreateReadContext();
        (await context.SchoolOpenings.OrderBy(x => x.Laestab).Select(x => new { x.Laestab, x.Day, x.EndDate }).ToListAsync()).ShouldBe(
            [new { Laestab = 0, Day = (short)DayOfWeek.Sunday, EndDate = new DateOnly(2021, 9, 5) }, new { Laestab = North, Day = (short)DayOfWeek.Saturday, EndDate = new DateOnly(2021, 12, 17) }]);
        (await context.SchoolOpeningVersions.SingleAsync(x => x.KnownTo == response.Position)).EndDate.ShouldBe(new DateOnly(2021, 10, 2));
    }

    [Fact]
    public async Task Openings_WithAFault_AreLeftOutAndNumberedAfterTermsAndClosures()
    {
        var request = new ApplyCalendarRequest
        {
            RequestId = Guid.NewGuid().ToString(),
            Terms = { Term("", new(2021, 9, 1), new(2021, 12, 17)) },
            Closures = { new Closure() },
            Openings =
            {
                Opening("", new(2021, 9, 1), new(2021, 12, 17), WeekendDay.Unspecified), Opening("", new(2021, 9, 1), new(2021, 12, 17), (WeekendDay)9),
                Opening("8519999", new(2021, 9, 1), new(2021, 12, 17)), Opening("", new(2021, 9, 4), new(2021, 9, 3)),
                Opening("", new(2021, 9, 4), new(2022, 8, 6)), Opening("", new(2021, 9, 5), new(2021, 9, 10)), Opening("", new(2021, 9, 5), new(2021, 9, 11)),
            },
        };
        var response = await _operations.ApplyCalendarAsync(request);
        response.AppliedCount.ShouldBe(2);
        response.RefusedItems.Select(x => (x.ItemIndex, x.Reason)).ShouldBe(
            [
                (1, Reason.RecordIncomplete), (2, Reason.RecordIncomplete), (3, Reason.UnknownValue), (4, Reason.UnknownSchool),
                (5, Reason.DatesOutOfOrder), (6, Reason.DateOutsideSchoolYear), (7, Reason.OpeningWithoutDay),
            ]);
    }

    [Fact]
    public async Task Sources_FaultyDeclarationsAreLeftOut()
    {
        var response = await _operations.ApplySourcesAsync(new()
        {
            RequestId = Guid.NewGuid().ToString(),
            Sources =
            {
                Source("health"), Source("Not An Id"), Source("a", x => x.IntervalDays = 0), Source("z", x => x.IntervalDays = int.MaxValue), Source("b", x => (x.MinAge, x.MaxAge) = (10, 5)),
                Source("c", x => x.LeadKinds.Add("WIZARD")), Source("d", x => x.PlanKinds.Add("PLAN_B")),
            },
        });
        response.AppliedCount.ShouldBe(1);
        response.RefusedItems.Select(x => x.Reason).ShouldBe(
            [Reason.InvalidSourceId, Reason.InvalidInterval, Reason.InvalidInterval, Reason.InvalidAgeRange, Reason.UnknownLeadKind, Reason.UnknownPlanKind]);
    }

    [Fact]
    public async Task EmptyRequest_IsRefused()
    {
        var error = await Should.ThrowAsync<RpcException>(() => ApplyAsync());
        (error.StatusCode, error.ReasonOf()).ShouldBe((StatusCode.InvalidArgument, Reason.SubmissionEmpty));
    }

    private async Task<ApplySchoolsResponse> ApplyAsync(params School[] schools) =>
        await _operations.ApplySchoolsAsync(new() { RequestId = Guid.NewGuid().ToString(), Schools = { schools } });

    private async Task<Contracts.Feed.V1.FeedReceipt> ChangeRollAsync(int urn, params RollRecord[] records) =>
        (await _rolls.SubmitRollChangeAsync(new() { WriterId = "mis", Roll = Delta(urn, records) })).Receipt;

    private static School School(int urn, int laestab, string name = "North School", DateOnly? opens = null) => new()
    {
        Urn = $"{urn}",
        Laestab = $"{laestab}",
        DisplayName = name,
        Phase = "Primary",
        OpenDate = opens is { } day ? Date(day) : null,
    };

    private static Term Term(string laestab, DateOnly start, DateOnly end) => new()
    {
        SchoolLaestab = laestab,
        DisplayName = "Autumn 2021",
        StartDate = Date(start),
        EndDate = Date(end),
    };

    private static Opening Opening(string laestab, DateOnly start, DateOnly end, WeekendDay day = WeekendDay.Saturday) =>
        new() { SchoolLaestab = laestab, StartDate = Date(start), EndDate = Date(end), Day = day };

    private async Task<ApplyCalendarResponse> OpenAsync(params Opening[] openings) =>
        await _operations.ApplyCalendarAsync(new() { RequestId = Guid.NewGuid().ToString(), Openings = { openings } });

    private static SourceDeclaration Source(string id, Action<SourceDeclaration>? change = null)
    {
        var source = new SourceDeclaration { SourceId = id, SourceKind = "HEALTH", DisplayName = id, CarriesLeads = true, IntervalDays = 1 };
        change?.Invoke(source);
        return source;
    }
}
