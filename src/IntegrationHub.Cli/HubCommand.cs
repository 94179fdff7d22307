using System.CommandLine;
using IntegrationHub.Cli.Output;

namespace IntegrationHub.Cli;

/// <summary>A command with what its help page shows beside the options: a summary, details and examples.</summary>
internal abstract class HubCommand : Command
{
    public static readonly Option<bool> Verbose = new("--verbose")
    {
        Description = "Shows the whole story when something goes wrong.",
        Recursive = true,
    };

    protected HubCommand(string name, string summary)
        : base(name, summary) => SetAction(InvokeAsync);

    /// <summary>Paragraphs after the summary.</summary>
    public IReadOnlyList<string> Details { get; protected init; } = [];

    /// <summary>Whole command lines with what each does.</summary>
    public IReadOnlyList<(string CommandLine, string Does)> Examples { get; protected init; } = [];

    protected abstract Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken);

    private async Task<int> InvokeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = new Terminal(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        try
        {
            return (int)await RunAsync(parsed, terminal, cancellationToken);
        }
        catch (Exception exception)
        {
            var failure = Failure.Of(exception, cancellationToken);
            terminal.Complain(failure.Sentence);
            if (parsed.GetValue(Verbose))
                terminal.Note(exception.ToString());
            return (int)failure.ExitCode;
        }
    }
}
