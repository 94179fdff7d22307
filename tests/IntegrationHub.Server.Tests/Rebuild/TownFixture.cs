namespace IntegrationHub.Server.Tests.Rebuild;

/// <summary>The town at the end of term, its hub stopped.</summary>
public sealed class TownFixture : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hub-town-").FullName;

    internal static DateTimeOffset Now { get; } = new(2021, 12, 17, 18, 0, 0, TimeSpan.Zero);

    public async Task InitializeAsync()
    {
        await using (var hub = await StartAsync(_folder))
            await Town.PlayFirstHalfAsync(new TownSender(hub));
        await using (var hub = await StartAsync(_folder))
            await Town.PlaySecondHalfAsync(new TownSender(hub));
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    internal static Task<TestHub> StartAsync(string folder) => TestHub.StartAsync(clock: new FixedClock(Now), folderPath: folder);

    /// <summary>The town in a folder of a test's own.</summary>
    internal StoppedHub Copy()
    {
        var copy = StoppedHub.Empty();
        File.Copy(Path.Combine(_folder, "hub.db"), copy.DatabaseFile);
        return copy;
    }
}
