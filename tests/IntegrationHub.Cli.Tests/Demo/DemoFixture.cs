namespace IntegrationHub.Cli.Tests.Demo;

/// <summary>A small city's demonstration that serves on, for the tests that look at it.</summary>
public sealed class DemoFixture : IAsyncLifetime
{
    public const int Pupils = 600;

    internal ServingHub Hub { get; private set; } = null!;

    public async Task InitializeAsync() =>
        Hub = await ServingHub.StartAsync("demo", "--pupils", $"{Pupils}", "--schools", "6", "--grpc-port", "0", "--page-port", "0");

    public async Task DisposeAsync() => await Hub.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class DemoRuns : ICollectionFixture<DemoFixture>
{
    public const string Name = "demo";
}
