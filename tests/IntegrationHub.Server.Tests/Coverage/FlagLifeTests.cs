using Grpc.Core;
using IntegrationHub.Contracts.Coverage.V1;
using IntegrationHub.Domain;
using Microsoft.EntityFrameworkCore;
using Contract = IntegrationHub.Contracts.Coverage.V1;
using FlagState = IntegrationHub.Contracts.Coverage.V1.FlagState;

namespace IntegrationHub.Server.Tests.Coverage;

/// <summary>A flag from its opening to its close, as whoever works the list sees it.</summary>
public sealed class FlagLifeTests : CoverageFixture
{
    [Fact]
    public async Task Flag_OpensOnceAndIsKept_NightAfterNight()
    {
        AddFreshSource();
        City.AddChronicallyAbsent();
        var first = await RunAsync();
        (first.FlagsOpened, first.FlagsKept, first.FlagsClosed).ShouldBe((1, 0, 0));
        var opened = (await FlagsAsync()).ShouldHaveSingleItem();

        await NextDayAsync();
        var second = await RunAsync();
        (second.FlagsOpened, second.FlagsKept, second.FlagsClosed).ShouldBe((0, 1, 0));
        var kept = (await FlagsAsync()).ShouldHaveSingleItem();
        kept.FlagId.ShouldBe(opened.FlagId);
        (kept.OpenDate, kept.LastFoundDate).ShouldBe((Day(Today), Day(Today.AddDays(1))));
    }

    [Fact]
    public async Task Run_MadeAgain_OpensAndClosesNothing()
    {
        AddFreshSource();
        City.AddChronicallyAbsent();
        City.AddLead(AddHeldChild(out _), "w1");
        await RunAsync();
        var before = await DetailsAsync();
        var again = await RunAsync();
        (again.FlagsOpened, again.FlagsKept, again.FlagsClosed).ShouldBe((0, 2, 0));
        (await DetailsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Flag_ClosesWithItsCause_AndACauseThatComesBackOpensAnother()
    {
        AddFreshSource();
        var child = AddHeldChild(out _);
        await RunAsync();
        var first = (await FlagsAsync()).ShouldHaveSingleItem();

        await NextDayAsync();
        City.AddLead(child, "w1", start: Today, end: Today.AddDays(2));
        AddPlan(child);
        await RunAsync();
        var closed = (await FlagsAsync(FlagState.Closed)).ShouldHaveSingleItem();
        (closed.FlagId, closed.CloseDate).ShouldBe((first.FlagId, Day(Today.AddDays(1))));
        (await FlagsAsync()).ShouldHaveSingleItem().Kind.ShouldBe(FlagKind.LeadEnding);
        var events = (await Coverage.GetFlagAsync(new() { FlagId = first.FlagId })).Events;
        events.Select(x => x.Kind).ShouldBe(["OPENED", "CLOSED"]);
        events[1].Note.ShouldBe("LA_LEAD_AND_PLAN");

        await NextDayAsync();
        await RunAsync();
        var reopened = (await FlagsAsync()).ShouldHaveSingleItem();
        reopened.Kind.ShouldBe(FlagKind.NoLead);
        reopened.FlagId.ShouldBeGreaterThan(first.FlagId);
    }

    [Fact]
    public async Task Run_ForADateAlreadyOvertaken_TouchesNoFlag()
    {
        AddFreshSource();
        City.AddChronicallyAbsent();
        await RunAsync(Today);
        var before = await DetailsAsync();
        var older = await RunAsync(TestCity.FirstMonday);
        (older.FlagsOpened, older.FlagsKept, older.FlagsClosed).ShouldBe((0, 0, 0));
        (await DetailsAsync()).ShouldBe(before);
        (await Coverage.GetCoverageAsync(new())).Run.AsOfDate.ShouldBe(Day(Today), "the older date does not take today's place");
        (await Coverage.GetCoverageAsync(new() { RunId = older.RunId })).Coverage.ChronicallyAbsent.ShouldBe(0);
    }

    [Fact]
    public async Task Flag_ExplainsItselfWithoutNames()
    {
        AddFreshSource();
        City.AddSource(TestCity.EarlyHelp, required: false);
        City.AddChronicallyAbsent("Okafor", "Ada");
        await RunAsync();
        var answer = await Coverage.GetFlagAsync(new() { FlagId = (await FlagsAsync())[0].FlagId });
        var explanation = answer.Explanation;
        (explanation.WindowStart, explanation.WindowEnd).ShouldBe((Day(new(2021, 8, 1)), Day(Today)));
        (explanation.AttendedSessions, explanation.PossibleSessions).ShouldBe((10, 60));
        explanation.Sentences.ShouldBe(
        [
            "Attended 10 of 60 possible sessions (16.7 %) from 1 August 2021 to 17 December 2021.",
            "Nobody leads: every required source was asked, can answer, and names neither a person nor a team.",
            "early-help: has never been loaded completely. It is not required to answer.",
            "social-care, as of 17 December 2021: holds no record that could be this child.",
        ]);
        explanation.ClearedBy.ShouldContain("a lead professional named");
        var source = explanation.Sources.Single(x => x.SourceId == TestCity.SocialCare);
        (source.LeadAnswer, source.LeadReason, source.PlanAnswer, source.LoadPosition).ShouldBe(("NONE", "NO_RECORD_OF_CHILD", "NONE", 1));
        answer.ToString().ShouldNotContain("Okafor");
    }

    [Fact]
    public async Task Child_RestrictedSinceTheRun_IsOffTheListAtOnce()
    {
        AddFreshSource();
        var child = City.AddChronicallyAbsent();
        await RunAsync();
        var flag = (await FlagsAsync()).ShouldHaveSingleItem();
        City.AddRecord(TestCity.SocialCare, child, restricted: true);
        await City.SaveAsync();
        (await FlagsAsync()).ShouldBeEmpty();
        await Coverage.GetFlagAsync(new() { FlagId = flag.FlagId }).ShouldBeRefusedAsync(StatusCode.NotFound, Reason.FlagUnknown);
        (await RunAsync()).FlagsClosed.ShouldBe(1);
        (await FlagsAsync(FlagState.Closed)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_OfFlags_AreNewestFirst()
    {
        AddFreshSource();
        for (var i = 0; i < 5; i++)
            City.AddChronicallyAbsent();
        await RunAsync();
        var listed = new List<long>();
        var token = "";
        do
        {
            var page = await Coverage.ListFlagsAsync(new() { PageSize = 2, PageToken = token });
            listed.AddRange(page.Flags.Select(x => x.FlagId));
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        listed.Count.ShouldBe(5);
        listed.ShouldBeInOrder(SortDirection.Descending);
        (await Coverage.ListFlagsAsync(new() { Kinds = { FlagKind.NoPlan } })).Flags.ShouldBeEmpty();
        var other = (await Coverage.ListFlagsAsync(new() { PageSize = 2 })).NextPageToken;
        await Coverage.ListFlagsAsync(new() { Kinds = { FlagKind.NoLead }, PageToken = other })
            .ShouldBeRefusedAsync(StatusCode.InvalidArgument, Reason.InvalidPageToken);
        await Coverage.ListRunsAsync(new() { PageToken = other }).ShouldBeRefusedAsync(StatusCode.InvalidArgument, Reason.InvalidPageToken);
    }

    [Fact]
    public void KindsAndStates_OfContractAndHub_AreNumberedAlike()
    {
        Enum.GetValues<Domain.Coverage.FlagKind>().Select(x => x.ToString())
            .ShouldBe(Enum.GetValues<FlagKind>().Where(x => x != FlagKind.Unspecified).Select(x => x.ToString()));
        Enum.GetValues<Domain.Coverage.FlagKind>().ShouldAllBe(x => Server.Coverage.CoverageMessages.ToMessage(x).ToString() == x.ToString());
        Enum.GetValues<Storage.Model.FlagState>().ShouldAllBe(x => ((FlagState)x).ToString() == x.ToString());
        Enum.GetValues<Storage.Model.RunState>().ShouldAllBe(x => ((Contract.RunState)x).ToString() == x.ToString());
    }

    /// <summary>A day passes, and the source is loaded again.</summary>
    private async Task NextDayAsync()
    {
        Clock.Now = Clock.Now.AddDays(1);
        var day = DateOnly.FromDateTime(Clock.Now.Date);
        City.AddLoad(TestCity.SocialCare, day, day.DayNumber);
        await City.SaveAsync();
    }

    private async Task<List<string>> DetailsAsync()
    {
        await using var context = Hub.Database.CreateReadContext();
        var flags = await context.Flags.OrderBy(x => x.FlagId).ToListAsync();
        var events = await context.FlagEvents.CountAsync();
        return [.. flags.Select(x => $"{x.FlagId} {x.PupilId} {x.Kind} {x.State} {x.OpenDate} {x.LastFoundDate} {x.CloseDate} {x.Evidence}"), $"{events}"];
    }
}
