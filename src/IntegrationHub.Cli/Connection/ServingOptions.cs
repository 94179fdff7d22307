using System.CommandLine;
using IntegrationHub.Cli.Output;
using IntegrationHub.Server;

namespace IntegrationHub.Cli.Connection;

/// <summary>Where a hub of this process serves, for the commands that go on serving.</summary>
internal static class ServingOptions
{
    private static readonly Option<int?> GrpcPort = new("--grpc-port")
    {
        Description = "The loopback port for gRPC; 0 takes any free one. Default: 7443.",
        HelpName = "PORT",
    };

    private static readonly Option<int?> PagePort = new("--page-port")
    {
        Description = "The loopback port for the page; 0 takes any free one. Default: 7080.",
        HelpName = "PORT",
    };

    public static void AddTo(Command command)
    {
        command.Add(GrpcPort);
        command.Add(PagePort);
    }

    /// <summary>Puts what the command line says over what is configured.</summary>
    public static void Apply(ParseResult parsed, HubOptions options)
    {
        options.GrpcPort = parsed.GetValue(GrpcPort) ?? options.GrpcPort;
        options.PagePort = parsed.GetValue(PagePort) ?? options.PagePort;
    }

    public static void Announce(HubHost host, Terminal terminal)
    {
        terminal.Say($"Page  {host.PageAddress}");
        terminal.Say($"gRPC  {host.GrpcAddress}");
    }

    /// <summary>Serves until Ctrl+C, a signal to end, or the end of the token.</summary>
    public static async Task UntilStoppedAsync(HubHost host, Terminal terminal, CancellationToken cancellationToken)
    {
        terminal.Note("Serving. Stop with Ctrl+C.");
        try
        {
            await host.WaitForShutdownAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Being told to stop is how serving ends.
        }
        terminal.Note("Stopping: what has been received becomes durable first.");
    }
}
