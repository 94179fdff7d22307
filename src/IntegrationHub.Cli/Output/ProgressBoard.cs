using Spectre.Console;

namespace IntegrationHub.Cli.Output;

/// <summary>Shows how far a long piece of work has come: bars on a screen, a line every few seconds elsewhere.</summary>
internal static class ProgressBoard
{
    /// <summary>Runs work that reports to steps.</summary>
    public static async Task RunAsync(Terminal terminal, Func<IProgressBoard, Task> work)
    {
        if (!terminal.ErrorIsForPeople)
        {
            await work(new PlainBoard(terminal));
            return;
        }
        await terminal.Error.Progress()
            .HideCompleted(false)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(context => work(new BarBoard(context)));
    }

    private sealed class BarBoard(ProgressContext context) : IProgressBoard
    {
        public IProgressStep Begin(string name, double? total) =>
            new Bar(context.AddTask(Markup.Escape(name), maxValue: total ?? 1).IsIndeterminate(total is null), name);
    }

    private sealed class Bar(ProgressTask task, string name) : IProgressStep
    {
        public void Report(double done, string? note = null)
        {
            task.Value = done;
            if (note is not null)
                task.Description = $"{Markup.Escape(name)} [grey]{Markup.Escape(note)}[/]";
        }

        public void Complete(string? note = null)
        {
            task.IsIndeterminate = false;
            Report(task.MaxValue, note);
            task.StopTask();
        }
    }

    private sealed class PlainBoard(Terminal terminal) : IProgressBoard
    {
        public IProgressStep Begin(string name, double? total) => new PlainStep(terminal, name, total, TimeProvider.System);
    }
}

/// <summary>Where the steps of a piece of work are shown.</summary>
internal interface IProgressBoard
{
    /// <summary>Begins a step.</summary>
    /// <param name="total">How much there is to do, in whatever unit and more than nothing; null: nobody can tell.</param>
    IProgressStep Begin(string name, double? total);
}

/// <summary>One step.</summary>
internal interface IProgressStep
{
    /// <summary>Says how much is done, in the unit of the total.</summary>
    void Report(double done, string? note = null);

    void Complete(string? note = null);
}
