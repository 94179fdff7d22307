using Grpc.Core;
using IntegrationHub.Contracts.Quarantine.V1;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Domain;
using IntegrationHub.Server.Quarantine;
using Microsoft.EntityFrameworkCore;
using static IntegrationHub.Server.Tests.Registers.RegisterBuilder;

namespace IntegrationHub.Server.Tests.Quarantine;

/// <summary>What was refused is tried again when its cause is gone, or thrown away; each step is on record.</summary>
public sealed class ReplayAndDiscardTests : QuarantineFixture
{
    private const string NewUrn = "900003";

    [Fact]
    public async Task RefusedRegister_IsTakenWhenItsSchoolIsOnFile_AsOfTheTimeItCame()
    {
        var refused = RegisterOf(NewUrn, Mark("p1", "O"));
        (await SendAsync(refused)).Refused.Reason.ShouldBe(Reason.UnknownSchool);
        var item = (await ItemsAsync()).ShouldHaveSingleItem();
        (item.Kind, item.Feed, item.WriterId).ShouldBe((QuarantineKind.Submission, "REGISTERS", "mis"));
        await SendAsync(Mark("p1", "/"));
        await AddUrnAsync();

        var response = await ReplayAsync(item);
        (response.UnresolvedItems.Count, response.ResolvedCount).ShouldBe((0, 1));
        (await ItemsAsync()).ShouldBeEmpty();
        // The register sent in between is the later one, as it was at the school.
        (await MarksAsync(Ada)).ShouldBe([("/", "")]);
        (await SendAsync(RegisterOf(NewUrn, Mark("p2", "L")))).Accepted.ShouldNotBeNull();
        (await MarksAsync(Ben)).ShouldBe([("L", "")]);
        // Whoever asks about the first id is answered as before.
        (await SendAsync(refused)).Refused.Reason.ShouldBe(Reason.UnknownSchool);
    }

    [Fact]
    public async Task RefusedRegister_WhoseCauseStands_StaysAndSaysWhy()
    {
        await SendAsync(RegisterOf(NewUrn, Mark("p1", "O")));
        var item = (await ItemsAsync()).ShouldHaveSingleItem();
        var response = await ReplayAsync(item);
        response.ResolvedCount.ShouldBe(0);
        var unresolved = response.UnresolvedItems.ShouldHaveSingleItem();
        (unresolved.ItemId, unresolved.Reason).ShouldBe((item.ItemId, Reason.UnknownSchool));
        (await ItemsAsync()).ShouldHaveSingleItem().ItemId.ShouldBe(item.ItemId);
    }

    [Fact]
    public async Task RefusedRegister_ReplayedAfterACrashInBetween_CountsOnce()
    {
        await SendAsync(RegisterOf(NewUrn, Mark("p1", "O")));
        await AddUrnAsync();
        await using var context = Rolls.Hub.Database.CreateReadContext();
        var row = await context.QuarantinedSubmissions.SingleAsync();
        var registers = Rolls.Hub.Service<IEnumerable<IRefusedSubmissions>>().Single(x => x.Feed == row.Feed);
        (await registers.TakeAgainAsync(row, default)).ShouldBeNull();
        (await ReplayAsync((await ItemsAsync()).Single())).UnresolvedItems.ShouldBeEmpty();
        (await context.Journal.CountAsync(x => x.Feed == row.Feed)).ShouldBe(1);
        (await ItemsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task DiscardedMark_SaysNothing_WhateverIsMendedLater()
    {
        await SendAsync(Mark("p1", "I-C"), Mark("p2", "I-C"));
        var item = (await ItemsAsync()).First(x => x.Mark.MisPupilId == "p1");
        (await DiscardAsync(item)).ResolvedCount.ShouldBe(1);
        await MapAsync("I-C", "I");
        (await MarksAsync(Ada)).ShouldBeEmpty();
        (await MarksAsync(Ben)).ShouldBe([("I", "I-C")]);
    }

    [Fact]
    public async Task MarkThatCounts_CannotBeDiscarded()
    {
        var position = (await SendAsync(Mark("p1", "/"))).Accepted.Position;
        var error = await Should.ThrowAsync<RpcException>(ResolveAsync(x => x.Discard = new() { ItemIds = { $"mark:{position}:0" } }));
        Client.RichStatus.Of(error).Reason.ShouldBe(Reason.QuarantineItemUnknown);
        (await MarksAsync(Ada)).ShouldBe([("/", "")]);
    }

    [Fact]
    public async Task Steps_TellWhoDidWhatAndWhy_AndARepeatedRequestIsOneStep()
    {
        await SendAsync(RegisterOf(NewUrn, Mark("p1", "O")));
        var request = new ResolveQuarantineRequest
        {
            RequestId = Guid.NewGuid().ToString(),
            Note = "not a school of ours",
            Discard = new() { ItemIds = { (await ItemsAsync()).Single().ItemId } },
        };
        var person = new Metadata { { "hub-person", "Olu Operator" } };
        var first = await Quarantine.ResolveQuarantineAsync(request, person);
        var again = await Quarantine.ResolveQuarantineAsync(request, person);
        (first.ResolvedCount, again.ResolvedCount, again.Position).ShouldBe((1, 0, first.Position));
        var step = (await Quarantine.ListQuarantineStepsAsync(new())).Steps.ShouldHaveSingleItem();
        (step.Action, step.DecidedBy, step.ItemCount, step.Note, step.Position)
            .ShouldBe(("DISCARD", "Olu Operator", 1, "not a school of ours", first.Position));
    }

    [Fact]
    public async Task List_IsPaged_ThroughAllKinds()
    {
        await SendAsync(RegisterOf(NewUrn, Mark("p1", "O")));
        await SendAsync(Mark("p1", "I-C"), Mark("p2", "I-D"));
        await Rolls.ChangeAsync(Roll.RollBuilder.NorthUrn, Roll.RollBuilder.Record(""));
        var request = new ListQuarantineRequest { PageSize = 1 };
        var kinds = new List<QuarantineKind>();
        do
        {
            var page = await Quarantine.ListQuarantineAsync(request);
            kinds.Add(page.Items.ShouldHaveSingleItem().Kind);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        kinds.ShouldBe([QuarantineKind.Submission, QuarantineKind.Mark, QuarantineKind.Mark, QuarantineKind.Record]);
    }

    [Fact]
    public async Task Record_CanOnlyBeSentAgain_OrDiscarded()
    {
        await Rolls.ChangeAsync(Roll.RollBuilder.NorthUrn, Roll.RollBuilder.Record(""));
        var item = (await ItemsAsync()).ShouldHaveSingleItem();
        (await ReplayAsync(item)).UnresolvedItems.ShouldHaveSingleItem().Reason.ShouldBe(Reason.ResendNeeded);
        (await DiscardAsync(item)).ResolvedCount.ShouldBe(1);
        (await ItemsAsync()).ShouldBeEmpty();
    }

    private Task<ResolveQuarantineResponse> ReplayAsync(QuarantineItem item) =>
        ResolveAsync(x => x.Replay = new() { ItemIds = { item.ItemId } });

    private Task<ResolveQuarantineResponse> DiscardAsync(QuarantineItem item) =>
        ResolveAsync(x => x.Discard = new() { ItemIds = { item.ItemId } });

    private static RegisterSubmission RegisterOf(string urn, params RegisterMark[] marks)
    {
        var register = Register(marks);
        register.SchoolUrn = urn;
        return register;
    }

    /// <summary>The school becomes an academy: the same school under a new number.</summary>
    private async Task AddUrnAsync()
    {
        var operations = new Contracts.Operations.V1.OperationsService.OperationsServiceClient(Rolls.Hub.Channel);
        var school = new Contracts.Operations.V1.School { Urn = NewUrn, Laestab = "8512001", DisplayName = "North Academy", Phase = "Primary" };
        var answer = await operations.ApplySchoolsAsync(new() { RequestId = Guid.NewGuid().ToString(), Schools = { school } });
        answer.RefusedItems.ShouldBeEmpty();
    }
}
