using System.CommandLine;
using Grpc.Core;
using IntegrationHub.Cli.Connection;
using IntegrationHub.Cli.Import;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Server.Security;

namespace IntegrationHub.Cli.Commands.Snapshots;

/// <summary><c>hub snapshots approve</c></summary>
internal sealed class ApproveSnapshotCommand : HubCommand
{
    private readonly Argument<string> _snapshot = new("SNAPSHOT") { Description = "The snapshot's id, from 'hub snapshots list'." };

    private readonly Option<string?> _by = new("--by")
    {
        Description = "Who approves: the name is kept with the decision. Default: the name you are signed in with.",
        HelpName = "NAME",
    };

    public ApproveSnapshotCommand()
        : base("approve", "Lets a snapshot that waits take effect: what it leaves out is closed.")
    {
        Details = ["A snapshot waits for a person at the LA. The system that sent it cannot approve it."];
        Examples = [("hub snapshots approve 0b6a2f3c-53a2-4f43-9a0e-0a4f9a3f4d11", "Lets this snapshot take effect.")];
        Add(_snapshot);
        Add(_by);
        ConnectionOptions.AddTo(this);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var hub = await ConnectionOptions.ConnectAsync(parsed, create: false, cancellationToken);
        var client = new OperationsService.OperationsServiceClient(hub.Client.Invoker);
        var request = new ApproveSnapshotRequest { RequestId = ImportIdentity.NewId(), SnapshotId = parsed.GetRequiredValue(_snapshot) };
        var answer = await client.ApproveSnapshotAsync(request, Signed(parsed), cancellationToken: cancellationToken);
        terminal.Say($"The snapshot has taken effect at journal position {answer.Position:N0}.");
        return ExitCode.Done;
    }

    private Metadata Signed(ParseResult parsed)
    {
        var name = (parsed.GetValue(_by) ?? Environment.UserName).Trim();
        return name.Length > 0 && name.All(x => x is >= ' ' and <= '~')
            ? new Metadata { { CallerResolver.PersonHeader, name } }
            : throw CommandException.WrongUsage("Say who approves with --by, in unaccented letters.");
    }
}
