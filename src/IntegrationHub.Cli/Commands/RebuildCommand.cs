using System.CommandLine;
using IntegrationHub.Cli.Connection;
using IntegrationHub.Cli.Output;
using IntegrationHub.Cli.Rebuild;
using IntegrationHub.Server.Rebuild;

namespace IntegrationHub.Cli.Commands;

/// <summary><c>hub rebuild</c></summary>
internal sealed class RebuildCommand : HubCommand
{
    private readonly Option<string> _data = FolderOption.Create("The folder of the hub's file. No hub may serve it meanwhile.");
    private readonly Option<bool> _check = new("--check") { Description = "Compares, and leaves the tables in force as they are." };
    private readonly Option<int> _differences = new("--differences")
    {
        Description = "How many rows to name of each table that differs, by their positions and the hub's own numbers. Default: 0.",
        HelpName = "NUMBER",
    };

    public RebuildCommand()
        : base("rebuild", "Makes everything that follows from the journal again, and compares it with what is in force.")
    {
        Details =
        [
            "The journal is the truth. Schools, rolls, cases and marks follow from it, and are made again in a new file beside the old one, which then takes its place. What was answered, found and decided is kept: receipts, quarantine, runs, flags and what people did with them.",
            "It can be stopped or killed at any time: the old file is in force until the new one is complete. It needs as much free space as the database has.",
            "With --check the exit code is 0 when every table is equal and 1 when one differs.",
        ];
        Examples =
        [
            ("hub rebuild --check", "Tells whether every table is what the journal makes it."),
            ("hub rebuild --check --differences 5", "Names up to five rows of each table that differs."),
            ("hub rebuild --data /srv/hub", "Puts tables made again in force."),
        ];
        Add(_check);
        Add(_differences);
        Add(_data);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var path = parsed.GetRequiredValue(_data);
        FolderOption.RequireHub(path);
        using var folder = FolderOption.Take(path);
        var report = await StageSteps.RunAsync(terminal, progress => new HubRebuild(LocalHub.Offline(folder), progress)
        {
            CheckOnly = parsed.GetValue(_check),
            Examples = parsed.GetValue(_differences),
        }.RunAsync(cancellationToken));
        DifferenceTable.Write(terminal, report.Tables);
        Tell(terminal, report);
        return report.IsEqual || report.TookOver ? ExitCode.Done : ExitCode.No;
    }

    private static void Tell(Terminal terminal, RebuildReport report)
    {
        if (report.UnfoldedSchools.Count > 0)
        {
            terminal.Warn($"The tables in force could not take registers of {Counted.Of(report.UnfoldedSchools.Count, "school")} that were still to be folded: "
                + $"{string.Join(", ", report.UnfoldedSchools.Select(x => x.Laestab))}.");
        }
        var different = report.Tables.Count(x => !x.IsEqual);
        var equal = different == 0 ? "Every table is equal" : $"{different:N0} of {Counted.Of(report.Tables.Count, "table")} {(different == 1 ? "differs" : "differ")}";
        terminal.Say($"{equal}, at journal position {report.Position:N0}. "
            + (report.TookOver ? "The tables made again are in force." : "Nothing was changed."));
    }
}
