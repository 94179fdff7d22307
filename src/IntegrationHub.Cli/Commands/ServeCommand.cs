using System.CommandLine;
using IntegrationHub.Cli.Connection;
using IntegrationHub.Cli.Output;

namespace IntegrationHub.Cli.Commands;

/// <summary><c>hub serve</c></summary>
internal sealed class ServeCommand : HubCommand
{
    private readonly Option<string> _data = FolderOption.Create("The folder of the hub's file; it is made if need be.");

    public ServeCommand()
        : base("serve", "Serves a hub until it is stopped with Ctrl+C.")
    {
        Details =
        [
            "gRPC listens on one loopback port and the page on another; nothing is open to the network. Settings come from hub.json in the folder and from environment variables that begin with HUB_; options on the command line win. While it serves, every other command finds it by the folder.",
        ];
        Examples =
        [
            ("hub serve", "Serves the folder hub-data on the usual ports, 7443 for gRPC and 7080 for the page."),
            ("hub serve --data /srv/hub --page-port 8080", "Serves another folder, with the page on another port."),
        ];
        Add(_data);
        ServingOptions.AddTo(this);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var folder = FolderOption.Take(parsed.GetRequiredValue(_data));
        await using var hub = await LocalHub.StartAsync(folder, options => ServingOptions.Apply(parsed, options), cancellationToken);
        ServingOptions.Announce(hub.Host, terminal);
        await ServingOptions.UntilStoppedAsync(hub.Host, terminal, cancellationToken);
        return ExitCode.Done;
    }
}
