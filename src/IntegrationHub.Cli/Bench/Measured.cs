using System.Diagnostics;

namespace IntegrationHub.Cli.Bench;

/// <summary>What was measured, run several times after one that does not count.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Times">Each run's time, shortest first.</param>
internal sealed record Measured(string Name, IReadOnlyList<TimeSpan> Times)
{
    /// <summary>The middle one: machines that do other things too disturb the others.</summary>
    public TimeSpan Median => Times[Times.Count / 2];

    public static async Task<Measured> RunAsync(string name, int runs, Func<Task> run)
    {
        await run();
        var times = new List<TimeSpan>(runs);
        for (var i = 0; i < runs; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await run();
            times.Add(Stopwatch.GetElapsedTime(start));
        }
        times.Sort();
        return new(name, times);
    }
}
