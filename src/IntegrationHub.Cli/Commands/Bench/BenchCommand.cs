using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text.Json;
using IntegrationHub.Cli.Bench;
using IntegrationHub.Cli.Output;
using Spectre.Console;

namespace IntegrationHub.Cli.Commands.Bench;

/// <summary>What benchmarks over a town have in common: a size, a seed, runs, and a table in which each stands beside its yardstick.</summary>
internal abstract class BenchCommand : HubCommand
{
    private const int DefaultSeed = 851;

    private readonly Option<int> _pupils;
    private readonly Option<int> _runs = new("--runs") { Description = "How many runs of each; the middle one counts. Default: 7.", DefaultValueFactory = _ => 7, HelpName = "COUNT" };
    private readonly Option<int> _seed = new("--seed") { Description = $"The seed of the marks. Default: {DefaultSeed}.", DefaultValueFactory = _ => DefaultSeed, HelpName = "NUMBER" };
    private readonly Option<string?> _json = new("--json") { Description = "Writes the figures to a file too.", HelpName = "FILE" };

    /// <param name="pupils">How many pupils, unless the command line says so.</param>
    protected BenchCommand(string name, string summary, int pupils)
        : base(name, summary)
    {
        _pupils = new("--pupils") { Description = $"How many pupils. Default: {pupils}.", DefaultValueFactory = _ => pupils, HelpName = "COUNT" };
        Add(_pupils);
        Add(_runs);
        Add(_seed);
        Add(_json);
    }

    /// <summary>The table's title, before the size.</summary>
    protected abstract string Title { get; }

    /// <returns>What was measured, the yardstick first.</returns>
    protected abstract Task<IReadOnlyList<Measured>> MeasureAsync(
        BenchTown town, int runs, Action<string, int> progress, string folder, CancellationToken cancellationToken);

    protected sealed override async Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var (pupils, runs, seed) = (parsed.GetValue(_pupils), parsed.GetValue(_runs), parsed.GetValue(_seed));
        if (pupils < 1 || runs < 1)
            throw CommandException.WrongUsage("A benchmark needs at least one pupil and one run.");
        var town = new BenchTown(pupils, seed);
        var folder = Directory.CreateTempSubdirectory("hub-bench-").FullName;
        try
        {
            var told = "";
            var measured = await MeasureAsync(town, runs, Tell, folder, cancellationToken);
            Write(terminal, town, measured);
            if (parsed.GetValue(_json) is { } file)
                await File.WriteAllTextAsync(file, ToJson(town, seed, measured), cancellationToken);

            void Tell(string what, int done)
            {
                var tenth = $"{what}: {10 * (10L * done / town.Pupils)} %";
                if (told != tenth)
                    terminal.Note(told = tenth);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        return ExitCode.Done;
    }

    private void Write(Terminal terminal, BenchTown town, IReadOnlyList<Measured> measured)
    {
        var table = terminal.NewTable(
            Terminal.Words("What"), Terminal.Figures("Median"), Terminal.Figures("Shortest"), Terminal.Figures("Longest"), Terminal.Figures("Of the yardstick"));
        foreach (var one in measured)
        {
            table.AddRow(
                Markup.Escape(one.Name), Milliseconds(one.Median), Milliseconds(one.Times[0]), Milliseconds(one.Times[^1]), $"{Ratio(measured, one):0.000} ×");
        }
        terminal.Write($"{Title}: {Counted.Of(town.Pupils, "pupil")}, {Counted.Of(town.Schools, "school")}, {Counted.Of(Sessions(town), "mark")}", table);
        terminal.Say($"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors.");
    }

    private string ToJson(BenchTown town, int seed, IReadOnlyList<Measured> measured) => JsonSerializer.Serialize(new
    {
        workload = Name,
        pupils = town.Pupils,
        schools = town.Schools,
        marks = Sessions(town),
        seed,
        runtime = RuntimeInformation.FrameworkDescription,
        system = RuntimeInformation.OSDescription,
        processors = Environment.ProcessorCount,
        results = measured.Select(x => new { x.Name, milliseconds = x.Times.Select(time => time.TotalMilliseconds), ratio = Ratio(measured, x) }),
    });

    private static long Sessions(BenchTown town) => (long)town.Pupils * BenchTown.Sessions.Length;

    private static double Ratio(IReadOnlyList<Measured> measured, Measured one) => one.Median / measured[0].Median;

    private static string Milliseconds(TimeSpan time) => $"{time.TotalMilliseconds:N0} ms";
}
