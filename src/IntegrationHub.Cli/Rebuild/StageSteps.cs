using IntegrationHub.Cli.Output;
using IntegrationHub.Server.Rebuild;

namespace IntegrationHub.Cli.Rebuild;

/// <summary>Shows the stages of a rebuild, an export or an import one after another.</summary>
internal sealed class StageSteps(IProgressBoard board) : IProgress<RebuildProgress>
{
    private static readonly Dictionary<RebuildStage, (string Name, string Unit)> Stages = new()
    {
        [RebuildStage.Checking] = ("Checking the file", "bytes"),
        [RebuildStage.Exporting] = ("Writing the file", "rows"),
        [RebuildStage.CatchingUp] = ("Folding what is left", "schools"),
        [RebuildStage.Replaying] = ("Applying the journal", "rows"),
        [RebuildStage.Folding] = ("Folding registers", "schools"),
        [RebuildStage.Comparing] = ("Comparing", "tables"),
    };

    private RebuildStage? _stage;
    private IProgressStep? _step;

    public void Report(RebuildProgress value)
    {
        if (value.Total == 0)
            return;
        var (name, unit) = Stages[value.Stage];
        if (_stage != value.Stage)
        {
            _step?.Complete();
            (_stage, _step) = (value.Stage, board.Begin(name, value.Total));
        }
        _step!.Report(value.Done, $"{value.Done:N0} of {value.Total:N0} {unit}");
    }

    /// <summary>Runs work that reports its stages.</summary>
    public static async Task<TResult> RunAsync<TResult>(Terminal terminal, Func<IProgress<RebuildProgress>, Task<TResult>> work)
    {
        TResult result = default!;
        await ProgressBoard.RunAsync(terminal, async board =>
        {
            var steps = new StageSteps(board);
            result = await work(steps);
            steps._step?.Complete();
        });
        return result;
    }
}
