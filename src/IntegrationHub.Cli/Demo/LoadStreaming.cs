using System.Diagnostics;
using Grpc.Net.Client;
using IntegrationHub.City.Streaming;
using IntegrationHub.Cli.Output;
using IntegrationHub.Server;

namespace IntegrationHub.Cli.Demo;

/// <summary>Streams a load into a hub through real channels, and shows how far each stage has come.</summary>
internal sealed class LoadStreaming(CityLoad load, HubHost hub)
{
    private static readonly Dictionary<CityStage, (string Name, string Unit)> Stages = new()
    {
        [CityStage.Rolls] = ("Streaming rolls", "records"),
        [CityStage.Cases] = ("Streaming case records", "records"),
        [CityStage.Registers] = ("Streaming registers", "marks"),
    };

    private readonly Stopwatch _registers = new();

    private CityStreamResult? _result;

    public async Task RunAsync(IProgressBoard board, CancellationToken cancellationToken)
    {
        var steps = new Dictionary<CityStage, IProgressStep>();
        var streamer = new CityStreamer(load, _ => GrpcChannel.ForAddress(hub.GrpcAddress)) { GiveUpAfter = TimeSpan.FromMinutes(1) };
        _result = await streamer.RunAsync(new Sink(progress => Show(board, steps, progress)), cancellationToken);
        _registers.Stop();
        Finish(steps, null);
    }

    /// <summary>Tells how fast it went, and what was not as it should be.</summary>
    /// <returns>Whether every submission was taken.</returns>
    public bool Tell(Terminal terminal)
    {
        var (result, marks, seconds) = (_result!, load.Registers.Sum(x => x.Items), _registers.Elapsed.TotalSeconds);
        foreach (var (reason, count) in result.Refused)
            terminal.Complain($"{Counted.Of(count, "submission")} refused: {reason}.");
        terminal.Say(result.Skipped > 0
            ? $"{marks:N0} marks; an earlier run had sent {result.Skipped:N0} of the submissions."
            : $"{marks:N0} marks in {seconds:0.0} s: {marks / Math.Max(seconds, 0.001):N0} marks a second, each with its receipt.");
        return result.Refused.Count == 0;
    }

    private void Show(IProgressBoard board, Dictionary<CityStage, IProgressStep> steps, CityProgress progress)
    {
        if (progress.Total == 0 || !Stages.TryGetValue(progress.Stage, out var stage))
            return;
        if (!steps.TryGetValue(progress.Stage, out var step))
        {
            Finish(steps, progress.Stage);
            steps[progress.Stage] = step = board.Begin(stage.Name, progress.Total);
            if (progress.Stage == CityStage.Registers)
                _registers.Start();
        }
        step.Report(progress.Receipted, $"{progress.Receipted:N0} of {progress.Total:N0} {stage.Unit}");
    }

    private static void Finish(Dictionary<CityStage, IProgressStep> steps, CityStage? next)
    {
        var last = steps.Keys.DefaultIfEmpty(CityStage.Applying).Max();
        if (last != next && steps.TryGetValue(last, out var step))
            step.Complete();
    }

    // Progress<T> posts to the thread pool, where reports overtake each other; these come in their order.
    private sealed class Sink(Action<CityProgress> show) : IProgress<CityProgress>
    {
        public void Report(CityProgress value) => show(value);
    }
}
