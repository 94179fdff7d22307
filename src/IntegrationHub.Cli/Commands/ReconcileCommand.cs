using System.CommandLine;
using IntegrationHub.Cli.Connection;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Coverage.V1;

namespace IntegrationHub.Cli.Commands;

/// <summary><c>hub reconcile</c></summary>
internal sealed class ReconcileCommand : HubCommand
{
    private readonly Option<DateOnly?> _asOf = DateOption.Create("--as-of", "The date to judge. Default: today.");

    public ReconcileCommand()
        : base("reconcile", "Finds the chronically absent children and who leads for each, now instead of at night.")
    {
        Details = ["Running it twice finds the same and opens no flag twice. A run under way is waited for, not started again."];
        Examples =
        [
            ("hub reconcile", "Judges today."),
            ("hub reconcile --as-of 2025-07-18", "Judges the last day of the summer term."),
        ];
        Add(_asOf);
        ConnectionOptions.AddTo(this);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var hub = await ConnectionOptions.ConnectAsync(parsed, create: false, cancellationToken);
        var coverage = new CoverageService.CoverageServiceClient(hub.Client.Invoker);
        var request = new RunReconciliationRequest { AsOfDate = parsed.GetValue(_asOf)?.ToContract() };
        var run = (await coverage.RunReconciliationAsync(request, cancellationToken: cancellationToken)).Run;
        terminal.Say($"Run {run.RunId} judged {Counted.Of(run.Children, "child", "children")} as of {run.AsOfDate.ToText()}: "
            + $"{Counted.Of(run.FlagsOpened, "flag")} opened, {run.FlagsKept:N0} kept, {run.FlagsClosed:N0} closed.");
        var shown = (await coverage.GetCoverageAsync(new GetCoverageRequest(), cancellationToken: cancellationToken)).Run;
        terminal.Note(shown.RunId == run.RunId
            ? "See 'hub report coverage' and 'hub report flags'."
            : $"Run {shown.RunId}, for {shown.AsOfDate.ToText()}, stays the last one, and flags are as it left them. See this run with 'hub report coverage --run {run.RunId}'.");
        return run.State == RunState.Complete ? ExitCode.Done : ExitCode.No;
    }
}
