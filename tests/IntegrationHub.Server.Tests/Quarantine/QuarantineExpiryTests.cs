using IntegrationHub.Contracts.Quarantine.V1;
using IntegrationHub.Server.Quarantine;
using IntegrationHub.Server.Tests.Registers;

namespace IntegrationHub.Server.Tests.Quarantine;

/// <summary>What nobody mends within the set time is thrown away, on record.</summary>
public sealed class QuarantineExpiryTests : IAsyncLifetime
{
    private readonly FixedClock _clock = new(new(2021, 9, 13, 12, 0, 0, TimeSpan.Zero));
    private TestHub _hub = null!;

    public async Task InitializeAsync() => _hub = await TestHub.StartAsync(options => options.Quarantine.Keep = TimeSpan.FromDays(30), _clock);

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task RefusedSubmission_StaysForItsTime_AndGoesAfterIt()
    {
        await _hub.Registers.SubmitRegisterAsync(new() { WriterId = "mis", Register = RegisterBuilder.Register(RegisterBuilder.Mark("p1", "/")) });
        var expiry = _hub.Service<QuarantineExpiry>();
        _clock.Now += TimeSpan.FromDays(30);
        (await expiry.ExpireAsync(default)).ShouldBe(0);
        _clock.Now += TimeSpan.FromMicroseconds(1);
        (await expiry.ExpireAsync(default)).ShouldBe(1);

        var quarantine = new QuarantineService.QuarantineServiceClient(_hub.Channel);
        (await quarantine.ListQuarantineAsync(new())).Items.ShouldBeEmpty();
        var step = (await quarantine.ListQuarantineStepsAsync(new())).Steps.ShouldHaveSingleItem();
        (step.Action, step.DecidedBy, step.ItemCount, step.Note).ShouldBe(("DISCARD", "hub", 1, "kept for 30 days"));
    }
}
