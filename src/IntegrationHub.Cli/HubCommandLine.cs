using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using IntegrationHub.Cli.Commands;
using IntegrationHub.Cli.Commands.Bench;
using IntegrationHub.Cli.Commands.Codes;
using IntegrationHub.Cli.Commands.Demo;
using IntegrationHub.Cli.Commands.Errors;
using IntegrationHub.Cli.Commands.Export;
using IntegrationHub.Cli.Commands.Feedback;
using IntegrationHub.Cli.Commands.History;
using IntegrationHub.Cli.Commands.Import;
using IntegrationHub.Cli.Commands.Journal;
using IntegrationHub.Cli.Commands.Quarantine;
using IntegrationHub.Cli.Commands.Report;
using IntegrationHub.Cli.Commands.Snapshots;
using IntegrationHub.Cli.Commands.Thresholds;
using IntegrationHub.Cli.Output;

namespace IntegrationHub.Cli;

/// <summary>The command line <c>hub</c>.</summary>
public static class HubCommandLine
{
    /// <summary>Parses and runs one command line.</summary>
    /// <param name="output">Where results go; null: standard output.</param>
    /// <param name="error">Where progress and complaints go; null: standard error.</param>
    /// <returns>The exit code: 0 done, 1 the answer is no, 2 wrong usage, 3 the hub cannot be reached.</returns>
    public static Task<int> RunAsync(
        IReadOnlyList<string> args, TextWriter? output = null, TextWriter? error = null, CancellationToken cancellationToken = default)
    {
        var invocation = new InvocationConfiguration
        {
            Output = output ?? Console.Out,
            Error = error ?? Console.Error,
            EnableDefaultExceptionHandler = false,
            // Long enough for a hub that serves to announce its close and to make durable what is queued.
            ProcessTerminationTimeout = TimeSpan.FromSeconds(20),
        };
        var parsed = Root().Parse(args);
        return parsed.Action is ParseErrorAction fault
            ? Task.FromResult(Complain(parsed, fault, invocation))
            : parsed.InvokeAsync(invocation, cancellationToken);
    }

    private static RootCommand Root()
    {
        var root = new RootCommand("Brings schools' attendance and case systems together, and finds the children who are chronically absent and have no named lead.")
        {
            new DemoCommand(),
            new ServeCommand(),
            new HubCommandGroup("import", "Takes files in: schools, calendar, sources, rolls, registers, case records.",
                new ImportSchoolsCommand(), new ImportCalendarCommand(), new ImportSourcesCommand(), new ImportRollsCommand(),
                new ImportRegistersCommand(), new ImportCasesCommand()),
            new ReconcileCommand(),
            new HubCommandGroup("report", "Shows what the hub has found: attendance, coverage, flags, thresholds, absence for reasons of health, sources, feeds.",
                new ReportAttendanceCommand(), new ReportCoverageCommand(), new ReportFlagsCommand(), new ReportThresholdsCommand(),
                new ReportHealthAbsenceCommand(), new ReportLongIllnessesCommand(),
                new ReportSourcesCommand(), new ReportFeedsCommand()),
            new HubCommandGroup("feedback", "Tells schools whom to look at, and what to mend in their registers and rolls.",
                new FeedbackConcernsCommand(), new FeedbackUnexplainedCommand(), new FeedbackRegistersCommand(), new FeedbackCodesCommand(),
                new FeedbackUpnsCommand(), new FeedbackTwoSchoolsCommand()),
            new HistoryCommand(),
            new ExportCommand(),
            new HubCommandGroup("snapshots", "Shows and approves snapshots that would close much of what is open.",
                new ListSnapshotsCommand(), new ApproveSnapshotCommand()),
            new HubCommandGroup("quarantine", "Shows, mends and throws away what was sent and does not count.",
                new ListQuarantineCommand(), new ReplayQuarantineCommand(), new DiscardQuarantineCommand(), new QuarantineHistoryCommand()),
            new RebuildCommand(),
            new HubCommandGroup("journal", "Moves a hub's journal, and all that rests on it, to another machine.",
                new ExportJournalCommand(), new ImportJournalCommand()),
            new CodesCommand(),
            new ThresholdsCommand(),
            new ErrorsCommand(),
            new HubCommandGroup("bench", "Measures the hub against yardsticks that run beside it.", new BenchStatisticsCommand(), new BenchExportCommand()),
        };
        root.HelpName = "hub";
        root.Add(HubCommand.Verbose);
        root.Options.OfType<HelpOption>().Single().Action = new HelpAction();
        root.SetAction(parsed => HelpPage.Write(root, parsed.InvocationConfiguration.Output));
        return root;
    }

    private static int Complain(ParseResult parsed, ParseErrorAction fault, InvocationConfiguration invocation)
    {
        // The package's own action knows which word was nearly right. Nobody asked for a page of help.
        fault.ShowHelp = false;
        parsed.Invoke(new InvocationConfiguration { Output = invocation.Error, Error = invocation.Error });
        invocation.Error.WriteLine($"See '{HelpPage.NameOf(parsed.CommandResult.Command)} --help'.");
        return (int)ExitCode.WrongUsage;
    }

    private sealed class HelpAction : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            HelpPage.Write(parseResult.CommandResult.Command, parseResult.InvocationConfiguration.Output);
            return (int)ExitCode.Done;
        }
    }
}
