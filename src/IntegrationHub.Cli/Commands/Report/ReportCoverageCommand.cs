using System.CommandLine;
using IntegrationHub.Cli.Connection;
using IntegrationHub.Contracts.Coverage.V1;

namespace IntegrationHub.Cli.Commands.Report;

/// <summary><c>hub report coverage</c></summary>
internal sealed class ReportCoverageCommand : ReportCommand
{
    private readonly Option<long> _run = new("--run") { Description = "The run to report. Default: the last complete one.", HelpName = "NUMBER" };

    public ReportCoverageCommand()
        : base("coverage", "Shows how many chronically absent children have a named lead and a plan, and how many do not.")
    {
        Details = ["Two coverages are always shown. One counts leads of the LA, as the councils' strategies report it; the other counts any named lead, and is the one whose target is 100 %."];
        Examples = [("hub report coverage", "Shows the last run."), ("hub report coverage --json > coverage.json", "Writes it for another program.")];
        Options.Insert(0, _run);
    }

    protected override async Task<Answer> AskAsync(ParseResult parsed, HubConnection hub, CancellationToken cancellationToken)
    {
        var client = new CoverageService.CoverageServiceClient(hub.Client.Invoker);
        var found = await client.GetCoverageAsync(new GetCoverageRequest { RunId = parsed.GetValue(_run) }, cancellationToken: cancellationToken);
        return new Answer(found, terminal => CoverageTables.Write(terminal, found));
    }
}
