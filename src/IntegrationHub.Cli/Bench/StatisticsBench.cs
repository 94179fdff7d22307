using IntegrationHub.Cli.Connection;
using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Cli.Bench;

/// <summary>
/// Statistics of a term, by school and code: asked of a hub through its contract, and of the same marks as narrow rows by one statement
/// of SQL on the same engine, in the same run.
/// </summary>
internal sealed class StatisticsBench(BenchTown town, int runs, Action<string, int> progress)
{
    public async Task<IReadOnlyList<Measured>> RunAsync(string folder, CancellationToken cancellationToken)
    {
        var data = DataFolder.TryOpen(Path.Combine(folder, "hub")) ?? throw LocalHub.AlreadyServed(folder);
        await using var hub = await LocalHub.StartAsync(data, Configure, cancellationToken);
        await town.WriteAsync(
            hub.Host.Services.GetRequiredService<HubDatabase>(), done => progress("Writing strips", done), cancellationToken);
        using var narrow = new NarrowMarks(Path.Combine(folder, "narrow.db"));
        narrow.Fill(town, done => progress("Writing narrow rows", done), cancellationToken);

        using var channel = Grpc.Net.Client.GrpcChannel.ForAddress(hub.Host.GrpcAddress);
        var attendance = new AttendanceService.AttendanceServiceClient(channel);
        var expected = (long)town.Pupils * BenchTown.Sessions.Length;
        var yardstick = await Measured.RunAsync("SQL group-by over narrow rows (SQLite)", Math.Min(runs, 3), () =>
        {
            Require(narrow.Count(), expected);
            return Task.CompletedTask;
        });
        var statistics = await Measured.RunAsync("The hub, through SummariseAttendance", runs, async () =>
        {
            var answer = await attendance.SummariseAttendanceAsync(Request(), cancellationToken: cancellationToken);
            Require(answer.Rows.Sum(x => x.SessionsByCode.Values.Sum()), expected);
        });
        return [yardstick, statistics];
    }

    internal static void Configure(Server.HubOptions options)
    {
        (options.Authority, options.GrpcPort, options.PagePort) = (BenchTown.Authority, 0, 0);
        (options.Reconciliation.Schedule, options.Quarantine.Schedule) = ("", "");
    }

    private static SummariseAttendanceRequest Request() => new()
    {
        Window = new() { StartDate = BenchTown.TermStart.ToContract(), EndDate = BenchTown.TermEnd.ToContract() },
        Grouping = SummaryGrouping.School,
    };

    /// <summary>A benchmark that counts something else measures something else.</summary>
    private static void Require(long counted, long expected)
    {
        if (counted != expected)
            throw new InvalidOperationException($"{counted} sessions were counted where there are {expected}.");
    }
}
