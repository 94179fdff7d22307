using IntegrationHub.City.Dfe;
using IntegrationHub.Cli.Connection;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Server;

namespace IntegrationHub.Cli.Demo;

/// <summary>A published day of one authority, lived again: the hub's own figures beside the Department for Education's.</summary>
internal sealed class DfeDayDemo(DfeDay day) : IDemo
{
    public string Name => $"dfe-{day.LaCode}-{day.Date:yyyy-MM-dd}-{string.Join('-', day.Phases.Select(x => x.Phase))}";

    public string Authority => day.LaCode;

    public async Task<bool> RunAsync(HubHost hub, Terminal terminal, CancellationToken cancellationToken)
    {
        terminal.Note($"{day.LaName} ({day.LaCode}) on {day.Date:yyyy-MM-dd}: invented schools and pupils, marks that add up to the published figures.");
        var streaming = new LoadStreaming(day.ToLoad(), hub);
        await ProgressBoard.RunAsync(terminal, board => streaming.RunAsync(board, cancellationToken));
        await using var connection = HubConnection.To(hub);
        var attendance = new AttendanceService.AttendanceServiceClient(connection.Client.Invoker);
        var summary = await attendance.SummariseAttendanceAsync(Request(), cancellationToken: cancellationToken);
        return Compare(terminal, DfeComparison.Of(day, summary.Rows)) & streaming.Tell(terminal);
    }

    private SummariseAttendanceRequest Request() => new()
    {
        Grouping = SummaryGrouping.Phase,
        Window = new AttendanceWindow { StartDate = day.Date.ToContract(), EndDate = day.Date.ToContract() },
    };

    private bool Compare(Terminal terminal, DfeComparison comparison)
    {
        DfeDayTable.Write(terminal, comparison, day);
        foreach (var figure in comparison.Differences)
            terminal.Complain($"{figure.Phase}, {figure.Name} differs: the hub has {figure.Hub}, DfE published {figure.Published}.");
        if (comparison.Differences.Count == 0)
            terminal.Say($"All {comparison.Figures.Count:N0} published figures agree, sessions by code among them: sessions exactly, rates to the last digit.");
        return comparison.Differences.Count == 0;
    }
}
