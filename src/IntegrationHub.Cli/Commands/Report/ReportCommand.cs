using System.CommandLine;
using IntegrationHub.Cli.Connection;
using IntegrationHub.Cli.Output;

namespace IntegrationHub.Cli.Commands.Report;

/// <summary>What all reports have in common: they ask, and change nothing.</summary>
internal abstract class ReportCommand : HubCommand
{
    /// <summary>Writes the answer as JSON.</summary>
    protected Option<bool> Json { get; } = new("--json") { Description = "The same figures as JSON, and nothing else on standard output." };

    protected ReportCommand(string name, string summary)
        : base(name, summary)
    {
        Add(Json);
        ConnectionOptions.AddTo(this);
    }

    /// <summary>Asks the hub, and returns what writes the answer.</summary>
    protected abstract Task<Answer> AskAsync(ParseResult parsed, HubConnection hub, CancellationToken cancellationToken);

    protected sealed override async Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var hub = await ConnectionOptions.ConnectAsync(parsed, create: false, cancellationToken);
        var answer = await AskAsync(parsed, hub, cancellationToken);
        if (parsed.GetValue(Json))
            PlainJson.Write(terminal.Writer, answer.Message);
        else
            answer.Write(terminal);
        return ExitCode.Done;
    }
}

/// <summary>An answer, and how it is shown to people.</summary>
internal sealed record Answer(Google.Protobuf.IMessage Message, Action<Terminal> Write);
