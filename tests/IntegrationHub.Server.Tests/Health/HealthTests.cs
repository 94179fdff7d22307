using Grpc.Core;
using IntegrationHub.Contracts.Health.V1;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Domain;
using Microsoft.Extensions.Hosting;
using static IntegrationHub.Contracts.Health.V1.HealthCheckResponse.Types;
using HealthClient = IntegrationHub.Contracts.Health.V1.Health.HealthClient;

namespace IntegrationHub.Server.Tests.Health;

public sealed class HealthTests : IAsyncLifetime
{
    // Long past what any answer takes: a watch that is never told ends here.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string Registers = RegisterIngestService.Descriptor.FullName;

    private TestHub _hub = null!;
    private HealthClient _health = null!;

    public async Task InitializeAsync()
    {
        _hub = await TestHub.StartAsync();
        _health = new HealthClient(_hub.Channel);
    }

    public Task DisposeAsync() => _hub.DisposeAsync().AsTask();

    [Fact]
    public async Task Check_HubThatServes_IsServingAsAWholeAndInEachService()
    {
        (await CheckAsync("")).ShouldBe(ServingStatus.Serving);
        (await CheckAsync(Registers)).ShouldBe(ServingStatus.Serving);
        (await CheckAsync("grpc.health.v1.Health")).ShouldBe(ServingStatus.Serving);
    }

    [Theory]
    [InlineData("integrationhub.registers.v1.RegisterIngest")]
    [InlineData("IntegrationHub.Registers.V1.RegisterIngestService")]
    public Task Check_UnknownService_IsNotFound(string service) => _health.CheckAsync(new() { Service = service })
        .ShouldBeRefusedAsync(StatusCode.NotFound, Reason.ServiceUnknown);

    [Fact]
    public async Task Check_HubAboutToStop_IsNotServing()
    {
        AnnounceStop();
        (await CheckAsync("")).ShouldBe(ServingStatus.NotServing);
        (await CheckAsync(Registers)).ShouldBe(ServingStatus.NotServing);
    }

    [Fact]
    public async Task List_HubThatServes_NamesTheHubAndEveryService()
    {
        var statuses = (await _health.ListAsync(new())).Statuses;
        statuses.Keys.ShouldBe(["", .. ServedContracts.Names], ignoreOrder: true);
        statuses.Values.ShouldAllBe(x => x.Status == ServingStatus.Serving);
    }

    [Fact]
    public async Task List_HubAboutToStop_IsNotServing()
    {
        AnnounceStop();
        (await _health.ListAsync(new())).Statuses.Values.ShouldAllBe(x => x.Status == ServingStatus.NotServing);
    }

    [Fact]
    public async Task Watch_HubStops_SaysSoBeforeItCloses()
    {
        using var whole = Watch("");
        using var service = Watch(Registers);
        (await NextAsync(whole)).ShouldBe(ServingStatus.Serving);
        (await NextAsync(service)).ShouldBe(ServingStatus.Serving);
        var stopping = _hub.Service<IHost>().StopAsync();
        (await NextAsync(whole)).ShouldBe(ServingStatus.NotServing);
        (await NextAsync(service)).ShouldBe(ServingStatus.NotServing);
        await ShouldEndAsync(whole);
        await ShouldEndAsync(service);
        await stopping;
    }

    [Fact]
    public async Task Watch_UnknownService_StaysUnknownUntilTheHubCloses()
    {
        using var watch = Watch("a.v1.Stranger");
        (await NextAsync(watch)).ShouldBe(ServingStatus.ServiceUnknown);
        AnnounceStop();
        await ShouldEndAsync(watch);
    }

    /// <summary>What a stop begins with. The ports stay open, so that there is time to look.</summary>
    private void AnnounceStop() => _hub.Service<IHostApplicationLifetime>().StopApplication();

    private async Task<ServingStatus> CheckAsync(string service) => (await _health.CheckAsync(new() { Service = service })).Status;

    private AsyncServerStreamingCall<HealthCheckResponse> Watch(string service) =>
        _health.Watch(new() { Service = service }, deadline: DateTime.UtcNow + Patience);

    private static async Task<ServingStatus> NextAsync(AsyncServerStreamingCall<HealthCheckResponse> watch)
    {
        (await watch.ResponseStream.MoveNext()).ShouldBeTrue();
        return watch.ResponseStream.Current.Status;
    }

    private static async Task ShouldEndAsync(AsyncServerStreamingCall<HealthCheckResponse> watch)
    {
        var ended = await Should.ThrowAsync<RpcException>(() => watch.ResponseStream.MoveNext());
        (ended.StatusCode, ended.ReasonOf()).ShouldBe((StatusCode.Unavailable, Reason.Draining));
    }
}
