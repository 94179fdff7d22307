using IntegrationHub.Server.Exports;
using IntegrationHub.Storage;
using IntegrationHub.Storage.PostgreSql;
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
    /// <summary>Services and settings over a database that is open.</summary>
    public static WebApplicationBuilder CreateBuilder(
        DataFolder folder, HubDatabase database, Action<HubOptions>? configure, Action<IServiceCollection>? prepare)
    {
        var builder = CreateBuilder(folder, configure);
        builder.AddHub(database, prepare);
        return builder;
    }

    /// <summary>Settings, and what needs no database.</summary>
    public static WebApplicationBuilder CreateBuilder(DataFolder folder, Action<HubOptions>? configure)
    {
        var builder = WebApplication.CreateSlimBuilder();
        AddSettings(builder.Configuration, folder.Path);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // Whatever else is quiet: data that leave the hub are told of.
        builder.Logging.AddFilter(typeof(Exporter).FullName, LogLevel.Information);
        builder.Services.AddOptions<HubOptions>().BindConfiguration(HubOptions.Section).Configure(options => configure?.Invoke(options)).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<HubOptions>, HubOptionsValidator>();
        builder.Services.AddSingleton(folder);
        return builder;
    }

    public static void AddHub(this WebApplicationBuilder builder, HubDatabase database, Action<IServiceCollection>? prepare)
    {
        builder.Services.AddHub(database);
        prepare?.Invoke(builder.Services);
    }

    /// <summary>For what works on the embedded engine's file: nobody must take that for a hub that keeps its data elsewhere.</summary>
    /// <exception cref="UnfitDatabaseException">The folder's hub keeps its data in PostgreSQL.</exception>
    public static void RequireEmbedded(string folderPath)
    {
        var settings = new ConfigurationBuilder();
        AddSettings(settings, folderPath);
        if (!string.IsNullOrEmpty(settings.Build()[$"{HubOptions.Section}:Storage:ConnectionString"]))
        {
            throw new UnfitDatabaseException(
                "The folder's hub keeps its data in PostgreSQL (Hub:Storage:ConnectionString), and this command knows the embedded engine's "
                + "file only. Copy a PostgreSQL database with pg_dump.");
        }
    }

    /// <summary>Opens the database that the settings name, and brings it up to date.</summary>
    /// <exception cref="UnfitDatabaseException">It is not fit for a hub.</exception>
    public static async Task<HubDatabase> OpenDatabaseAsync(
        this WebApplicationBuilder builder, DataFolder folder, Action<HubOptions>? configure, CancellationToken cancellationToken)
    {
        var options = new HubOptions();
        builder.Configuration.GetSection(HubOptions.Section).Bind(options);
        configure?.Invoke(options);
        return options.Storage.ConnectionString.Length == 0
            ? await SqliteDatabase.OpenAsync(folder.DatabaseFile, cancellationToken)
            : await PostgreSqlDatabase.OpenAsync(options.Storage.ConnectionString, cancellationToken);
    }

    private static void AddSettings(IConfigurationBuilder settings, string folderPath) =>
        settings.AddJsonFile(Path.Combine(Path.GetFullPath(folderPath), "hub.json"), optional: true).AddEnvironmentVariables("HUB_");
}
