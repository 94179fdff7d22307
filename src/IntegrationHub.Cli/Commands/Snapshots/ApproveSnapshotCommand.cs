using System.CommandLine;
using IntegrationHub.Cli.Connection;
using IntegrationHub.Cli.Import;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Operations.V1;

namespace IntegrationHub.Cli.Commands.Snapshots;

/// <summary><c>hub snapshots approve</c></summary>
internal sealed class ApproveSnapshotCommand : HubCommand
{
    private readonly Argument<string> _snapshot = new("SNAPSHOT") { Description = "The snapshot's id, from 'hub snapshots list'." };

    public ApproveSnapshotCommand()
        : base("approve", "Lets a snapshot that waits take effect: what it leaves out is closed.")
    {
        Details = ["A snapshot waits for a person at the LA. The system that sent it cannot approve it."];
        Examples = [("hub snapshots approve 0b6a2f3c-53a2-4f43-9a0e-0a4f9a3f4d11", "Lets this snapshot take effect.")];
        Add(_snapshot);
        PersonOption.AddTo(this);
        ConnectionOptions.AddTo(this);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var hub = await ConnectionOptions.ConnectAsync(parsed, create: false, cancellationToken);
        var client = new OperationsService.OperationsServiceClient(hub.Client.Invoker);
        var request = new ApproveSnapshotRequest { RequestId = ImportIdentity.NewId(), SnapshotId = parsed.GetRequiredValue(_snapshot) };
        var answer = await client.ApproveSnapshotAsync(request, PersonOption.Signed(parsed), cancellationToken: cancellationToken);
        terminal.Say($"The snapshot has taken effect at journal position {answer.Position:N0}.");
        return ExitCode.Done;
    }
}
