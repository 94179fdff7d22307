using System.Diagnostics;
using IntegrationHub.City;
using IntegrationHub.Cli.Connection;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Coverage.V1;
using IntegrationHub.Server;

namespace IntegrationHub.Cli.Demo;

/// <summary>A city through an autumn term: streamed in, reconciled, and its coverage beside what the plan of the city expects.</summary>
internal sealed class CityDemo(CityPlan plan) : IDemo
{
    public string Name => plan.Name;

    public string Authority => plan.Schools[0].Laestab.Authority.ToString();

    public async Task<bool> RunAsync(HubHost hub, Terminal terminal, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        terminal.Note($"A city of {Counted.Of(plan.PupilCount, "child", "children")} in {Counted.Of(plan.Schools.Count, "school")}, through the {CityTerm.Name} term.");
        var streaming = new LoadStreaming(plan.ToLoad(), hub);
        await using var connection = HubConnection.To(hub);
        var coverage = new CoverageService.CoverageServiceClient(connection.Client.Invoker);
        var answer = new GetCoverageResponse();
        await ProgressBoard.RunAsync(terminal, async board =>
        {
            await streaming.RunAsync(board, cancellationToken);
            answer = await ReconcileAsync(coverage, board, cancellationToken);
        });
        var right = Compare(terminal, answer.Coverage) & streaming.Tell(terminal);
        terminal.Say($"{watch.Elapsed.TotalSeconds:0.0} s in all.");
        return right;
    }

    private static async Task<GetCoverageResponse> ReconcileAsync(
        CoverageService.CoverageServiceClient coverage, IProgressBoard board, CancellationToken cancellationToken)
    {
        var step = board.Begin("Reconciling", null);
        var request = new RunReconciliationRequest { AsOfDate = CityTerm.AsOf.ToContract() };
        var run = (await coverage.RunReconciliationAsync(request, cancellationToken: cancellationToken)).Run;
        step.Complete($"{Counted.Of(run.Children, "child", "children")} judged");
        return await coverage.GetCoverageAsync(new GetCoverageRequest { RunId = run.RunId }, cancellationToken: cancellationToken);
    }

    private bool Compare(Terminal terminal, Coverage found)
    {
        ExpectationTable.Write(terminal, found, plan);
        var differences = plan.Expectations.Compare(found);
        foreach (var difference in differences)
            terminal.Complain($"{difference.Figure} differs: found {difference.Found}, expected {difference.Expected}.");
        if (differences.Count == 0)
            terminal.Say("Every figure is as expected.");
        return differences.Count == 0;
    }
}
