using System.CommandLine;
using IntegrationHub.Cli.Output;

namespace IntegrationHub.Cli;

/// <summary>A word that other commands stand under, such as "report". On its own it shows its help.</summary>
internal sealed class HubCommandGroup : HubCommand
{
    public HubCommandGroup(string name, string summary, params ReadOnlySpan<HubCommand> commands)
        : base(name, summary)
    {
        foreach (var command in commands)
            Add(command);
    }

    protected override Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        HelpPage.Write(this, parsed.InvocationConfiguration.Output);
        return Task.FromResult(ExitCode.Done);
    }
}
