using Grpc.Core;
using IntegrationHub.Contracts.Coverage.V1;
using IntegrationHub.Domain;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;
using FlagState = IntegrationHub.Contracts.Coverage.V1.FlagState;

namespace IntegrationHub.Server.Tests.Coverage;

/// <summary>What people do with flags.</summary>
public sealed class FlagDecisionTests : CoverageFixture
{
    private static readonly Metadata Person = new() { { "hub-system", "dashboard" }, { "hub-person", "j.smith" } };

    [Fact]
    public async Task Acknowledge_ThenAssign_IsKeptThroughTheNextRun()
    {
        var flagId = await OpenFlagAsync();
        var acknowledged = (await Coverage.UpdateFlagAsync(Acknowledge(flagId, "Asked Early Help"), Person)).Flag;
        (acknowledged.State, acknowledged.AcknowledgedBy).ShouldBe((FlagState.Acknowledged, "j.smith"));
        var assigned = (await Coverage.UpdateFlagAsync(Assign(flagId, "Link co-ordinator North"), Person)).Flag;
        (assigned.State, assigned.AssignedTo).ShouldBe((FlagState.Assigned, "Link co-ordinator North"));
        (await Coverage.UpdateFlagAsync(Acknowledge(flagId), Person)).Flag.State.ShouldBe(FlagState.Assigned);

        (await RunAsync()).FlagsKept.ShouldBe(1);
        var answer = await Coverage.GetFlagAsync(new() { FlagId = flagId });
        (answer.Flag.State, answer.Flag.AcknowledgedBy, answer.Flag.AssignedTo)
            .ShouldBe((FlagState.Assigned, "j.smith", "Link co-ordinator North"));
        answer.Events.Select(x => (x.Kind, x.Actor, x.Note)).ShouldBe(
            [("OPENED", "", ""), ("ACKNOWLEDGED", "j.smith", "Asked Early Help"), ("ASSIGNED", "j.smith", ""), ("ACKNOWLEDGED", "j.smith", "")]);
    }

    [Fact]
    public async Task Decision_IsInTheJournal_WithWhoMadeIt()
    {
        var request = Acknowledge(await OpenFlagAsync());
        await Coverage.UpdateFlagAsync(request, Person);
        await using var context = Hub.Database.CreateReadContext();
        var row = await context.Journal.SingleAsync(x => x.Feed == Feed.FlagDecisions);
        (row.System, row.WriterId, row.SubmissionId).ShouldBe(("dashboard", "j.smith", Guid.Parse(request.RequestId)));
        UpdateFlagRequest.Parser.ParseFrom(row.Payload).ShouldBe(request);
    }

    [Fact]
    public async Task Decision_SentAgain_CountsOnce()
    {
        var request = Acknowledge(await OpenFlagAsync());
        await Coverage.UpdateFlagAsync(request, Person);
        (await Coverage.UpdateFlagAsync(request, Person)).Flag.State.ShouldBe(FlagState.Acknowledged);
        (await Coverage.GetFlagAsync(new() { FlagId = request.FlagId })).Events.Count.ShouldBe(2);
        request.Acknowledge.Note = "something else";
        await Coverage.UpdateFlagAsync(request, Person).ShouldBeRefusedAsync(StatusCode.FailedPrecondition, Reason.SubmissionIdReused);
    }

    [Fact]
    public async Task ClosedFlag_TakesNoDecision()
    {
        var flagId = await OpenFlagAsync();
        await Hub.WriteAsync(context => context.Flags.Single(x => x.FlagId == flagId).State = Storage.Model.FlagState.Closed);
        await Coverage.UpdateFlagAsync(Acknowledge(flagId), Person).ShouldBeRefusedAsync(StatusCode.FailedPrecondition, Reason.FlagClosed);
    }

    [Fact]
    public async Task Request_ThatCannotBeTaken_IsRefused()
    {
        var flagId = await OpenFlagAsync();
        await RefusedAsync(Acknowledge(flagId + 1), StatusCode.NotFound, Reason.FlagUnknown);
        await RefusedAsync(new() { RequestId = "1", FlagId = flagId, Acknowledge = new() }, StatusCode.InvalidArgument, Reason.InvalidSubmissionId);
        await RefusedAsync(new() { RequestId = NewId(), FlagId = flagId }, StatusCode.InvalidArgument, Reason.InvalidArgument);
        await RefusedAsync(Acknowledge(flagId, new string('x', 201)), StatusCode.InvalidArgument, Reason.InvalidArgument);
        await RefusedAsync(Acknowledge(flagId, "\uFFFD"), StatusCode.InvalidArgument, Reason.InvalidText);
        await RefusedAsync(Assign(flagId, " "), StatusCode.InvalidArgument, Reason.InvalidArgument);
        (await FlagsAsync()).ShouldHaveSingleItem().State.ShouldBe(FlagState.Open);
    }

    private Task RefusedAsync(UpdateFlagRequest request, StatusCode code, string reason) =>
        Coverage.UpdateFlagAsync(request, Person).ShouldBeRefusedAsync(code, reason);

    private async Task<long> OpenFlagAsync()
    {
        AddFreshSource();
        City.AddChronicallyAbsent();
        await RunAsync();
        return (await FlagsAsync()).ShouldHaveSingleItem().FlagId;
    }

    private static UpdateFlagRequest Acknowledge(long flagId, string note = "") =>
        new() { RequestId = NewId(), FlagId = flagId, Acknowledge = new() { Note = note } };

    private static UpdateFlagRequest Assign(long flagId, string assignee) =>
        new() { RequestId = NewId(), FlagId = flagId, Assign = new() { Assignee = assignee } };

    private static string NewId() => Guid.NewGuid().ToString();
}
