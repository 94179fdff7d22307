namespace IntegrationHub.Server.Tests.Feeds;

/// <summary>A hub that the tests of a suite share, each with a writer of its own.</summary>
public sealed class FeedHub : IAsyncLifetime
{
    private TestHub? _hub;

    public TestHub Hub => _hub ?? throw new InvalidOperationException("The hub has not been started.");

    public async Task InitializeAsync() => _hub = await FeedTown.StartAsync();

    public async Task DisposeAsync() => await Hub.DisposeAsync();
}
