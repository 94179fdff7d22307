using System.CommandLine;

namespace IntegrationHub.Cli.Connection;

/// <summary>Which hub a command talks to.</summary>
internal static class ConnectionOptions
{
    public const string DefaultFolder = "hub-data";

    public static readonly Option<string?> Hub = new("--hub")
    {
        Description = "The address of a running hub, for example http://127.0.0.1:7443. Takes the place of --data.",
        HelpName = "ADDRESS",
    };

    public static readonly Option<string?> Data = new("--data")
    {
        Description = $"The folder of the hub's file. A hub that serves it is found by itself; otherwise one runs for as long as the command takes. Default: {DefaultFolder}.",
        HelpName = "FOLDER",
    };

    public static void AddTo(Command command)
    {
        command.Add(Data);
        command.Add(Hub);
    }

    /// <summary>Whether an option says which hub: help pages show these after a command's own.</summary>
    public static bool IsOne(Option option) => option == Hub || option == Data;

    /// <summary>Connects as the options say.</summary>
    /// <param name="create">Whether a folder that is not there yet is made; a command that only asks has nothing to find in a new one.</param>
    public static Task<HubConnection> ConnectAsync(ParseResult parsed, bool create, CancellationToken cancellationToken)
    {
        var (hub, data) = (parsed.GetValue(Hub), parsed.GetValue(Data));
        if (hub is not null && data is not null)
            throw CommandException.WrongUsage("Say either --hub or --data: the one names a running hub, the other its folder.");
        return HubConnection.OpenAsync(data ?? DefaultFolder, hub, create, cancellationToken);
    }
}
