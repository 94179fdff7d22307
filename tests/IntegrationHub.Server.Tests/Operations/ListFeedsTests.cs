using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Server.Registers;
using IntegrationHub.Server.Tests.Registers;
using IntegrationHub.Server.Tests.Roll;
using static IntegrationHub.Server.Tests.Roll.RollBuilder;

namespace IntegrationHub.Server.Tests.Operations;

/// <summary>How the feeds stand, as the operator sees it.</summary>
public sealed class ListFeedsTests : IAsyncLifetime
{
    private RollFixture _rolls = null!;
    private OperationsService.OperationsServiceClient _operations = null!;

    public async Task InitializeAsync()
    {
        _rolls = await RollFixture.StartAsync();
        _operations = new(_rolls.Hub.Channel);
    }

    public async Task DisposeAsync() => await _rolls.DisposeAsync();

    [Fact]
    public async Task NothingSent_ListsNothing()
    {
        var response = await _operations.ListFeedsAsync(new());
        (response.Feeds.Count, response.Position).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Writers_AreListedWithTheirCounts()
    {
        await _rolls.SendAsync(Delta(NorthUrn, Record("p1")), Delta(999999, Record("p2")));
        var response = await _operations.ListFeedsAsync(new());
        var feed = response.Feeds.ShouldHaveSingleItem();
        (feed.System, feed.Feed, feed.WriterId, feed.Watermark).ShouldBe(("mis-test", "ROLL", "mis", 2));
        (feed.AcceptedCount, feed.RefusedCount, response.Position).ShouldBe((1, 1, 1));
        feed.LastReceiveTime.ShouldNotBeNull();
    }

    [Fact]
    public async Task HeldMarks_AreCounted()
    {
        await _rolls.ChangeAsync(NorthUrn, Record("p1"));
        await _rolls.Hub.Registers.SubmitRegisterAsync(new()
        {
            WriterId = "registers",
            Register = RegisterBuilder.Register(RegisterBuilder.Mark("p1", "?"), RegisterBuilder.Mark("nobody", "/")),
        });
        await _rolls.Hub.Service<RegisterFolding>().CatchUpAsync(CancellationToken.None);
        var response = await _operations.ListFeedsAsync(new());
        (response.PendingMarks, response.QuarantinedMarks, response.UnfoldedRegisters).ShouldBe((1, 1, 0));
    }
}
