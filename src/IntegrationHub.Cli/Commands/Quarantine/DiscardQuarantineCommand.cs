using System.CommandLine;
using IntegrationHub.Cli.Connection;
using IntegrationHub.Cli.Output;

namespace IntegrationHub.Cli.Commands.Quarantine;

/// <summary><c>hub quarantine discard</c></summary>
internal sealed class DiscardQuarantineCommand : ResolveQuarantineCommand
{
    public DiscardQuarantineCommand()
        : base("discard", "Throws away what does not count and never will.")
    {
        Details = ["What is thrown away is not listed any more and counts for nothing, whatever is mended later. The journal keeps it, and who threw it away."];
        Examples =
        [
            ("hub quarantine discard --item submission:17 --note \"sent by mistake\"", "Throws one thing away."),
            ("hub quarantine discard --kind marks --scope 8514001 --reason PUPIL_MISSING", "Throws away the school's marks that name nobody."),
        ];
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        if (!HasChosen(parsed))
            throw CommandException.WrongUsage("Say what to throw away: --item, or --kind, --scope and --reason.");
        await using var hub = await ConnectionOptions.ConnectAsync(parsed, create: false, cancellationToken);
        return Tell(terminal, await ResolveChosenAsync(parsed, hub, (request, chosen) => request.Discard = chosen, cancellationToken));
    }
}
