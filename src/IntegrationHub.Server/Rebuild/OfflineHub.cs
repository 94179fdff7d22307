using IntegrationHub.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Server.Rebuild;

/// <summary>A hub's services over a database that nobody serves: nothing listens and nothing runs by itself.</summary>
internal sealed class OfflineHub : IAsyncDisposable
{
    private readonly WebApplication _application;

    private OfflineHub(WebApplication application) => _application = application;

    public HubOptions Options => Service<IOptions<HubOptions>>().Value;

    /// <param name="database">The caller disposes it after the hub.</param>
    public static OfflineHub Over(OfflineFolder folder, HubDatabase database) =>
        new(HubApplication.CreateBuilder(folder.Data, database, folder.Configure, folder.Prepare).Build());

    public T Service<T>()
        where T : notnull => _application.Services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
