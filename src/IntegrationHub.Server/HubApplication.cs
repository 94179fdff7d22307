using IntegrationHub.Server.Exports;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Server;

/// <summary>The hub's services and settings over a data folder, whether they come to serve or not.</summary>
internal static class HubApplication
{
    public static WebApplicationBuilder CreateBuilder(
        DataFolder folder, SqliteDatabase database, Action<HubOptions>? configure, Action<IServiceCollection>? prepare)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddJsonFile(Path.Combine(folder.Path, "hub.json"), optional: true).AddEnvironmentVariables("HUB_");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // Whatever else is quiet: data that leave the hub are told of.
        builder.Logging.AddFilter(typeof(Exporter).FullName, LogLevel.Information);
        builder.Services.AddOptions<HubOptions>().BindConfiguration(HubOptions.Section).Configure(options => configure?.Invoke(options)).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<HubOptions>, HubOptionsValidator>();
        builder.Services.AddHub(database);
        prepare?.Invoke(builder.Services);
        return builder;
    }
}
