using IntegrationHub.Server.Feeds;
using IntegrationHub.Storage.Model;
using IntegrationHub.Storage.Rebuild;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Server.Tests.Rebuild;

/// <summary>What would be forgotten by a rebuild if it were not said here.</summary>
[Trait("Engine", "sqlite")]
public sealed class HubTablesTests
{
    [Fact]
    public async Task EveryTable_IsOfOneClass()
    {
        await using var hub = await TestHub.StartAsync();
        await using var context = hub.Database.CreateReadContext();
        HubTables.All.Select(x => x.NameIn(context)).ShouldBe(context.Model.GetEntityTypes().Select(x => x.GetTableName()!), ignoreOrder: true);
    }

    [Fact]
    public async Task EveryFeed_HasOneReplay()
    {
        await using var hub = await TestHub.StartAsync();
        hub.Host.Services.GetServices<IJournalReplay>().Select(x => x.Feed).ShouldBe(Enum.GetValues<Feed>(), ignoreOrder: true);
    }
}
