using System.CommandLine;
using Google.Protobuf.Collections;
using IntegrationHub.Cli.Connection;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Thresholds.V1;
using IntegrationHub.Domain.Thresholds;
using Spectre.Console;
using Threshold = IntegrationHub.Contracts.Thresholds.V1.Threshold;

namespace IntegrationHub.Cli.Commands.Report;

/// <summary><c>hub report thresholds</c></summary>
internal sealed class ReportThresholdsCommand : ReportCommand
{
    private const int PageSize = 500;

    private readonly Option<string?> _threshold = new("--threshold") { Description = "Lists the children who meet one threshold, by its name.", HelpName = "NAME" };

    private readonly Option<string?> _school = new("--school") { Description = "Lists children of one school, by its DfE number.", HelpName = "LAESTAB" };

    private readonly Option<string?> _csv = new("--csv") { Description = "Writes the children to a CSV file too, all of them.", HelpName = "FILE" };

    private readonly Option<int> _most = new("--most")
    {
        Description = "How many children of a threshold to list on the screen. Default: 20.",
        HelpName = "NUMBER",
        DefaultValueFactory = _ => 20,
    };

    public ReportThresholdsCommand()
        : base("thresholds", "Shows how many children meet each threshold of attendance, and which.")
    {
        Details =
        [
            "Without --threshold or --school it counts, and lists nobody. Children are named by the hub's own pupil number, never by name. 'hub thresholds' explains the thresholds.",
        ];
        Examples =
        [
            ("hub report thresholds", "Counts the children by threshold, as the last run found them."),
            ("hub report thresholds --threshold PENALTY_NOTICE_NATIONAL --csv notices.csv", "Lists who meets one, with the sessions that prove it."),
            ("hub report thresholds --school 8512345", "Lists who meets any of them at one school."),
        ];
        _threshold.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, [.. ThresholdCatalogue.All.Select(x => x.Name)]);
        foreach (var option in (Option[])[_most, _csv, _school, _threshold])
            Options.Insert(0, option);
    }

    protected override async Task<Answer> AskAsync(ParseResult parsed, HubConnection hub, CancellationToken cancellationToken)
    {
        var client = new ThresholdService.ThresholdServiceClient(hub.Client.Invoker);
        var (threshold, school, csv) = (parsed.GetValue(_threshold)?.ToUpperInvariant(), parsed.GetValue(_school), parsed.GetValue(_csv));
        var counts = await client.ListThresholdsAsync(new(), cancellationToken: cancellationToken);
        if (threshold is null && school is null && csv is null)
            return new Answer(counts, terminal => WriteCounts(terminal, counts));
        var request = new ListThresholdsMetRequest { PageSize = PageSize, SchoolLaestab = school ?? "" };
        if (threshold is not null)
            request.Thresholds.Add(threshold);
        var all = await AllAsync(client, request, cancellationToken);
        if (csv is not null)
            await ThresholdsCsv.Table.SaveAsync(csv, all.Spells, cancellationToken);
        return new Answer(all, terminal => WriteChildren(terminal, counts.Thresholds, all.Spells, parsed.GetValue(_most)));
    }

    private static async Task<ListThresholdsMetResponse> AllAsync(
        ThresholdService.ThresholdServiceClient client, ListThresholdsMetRequest request, CancellationToken cancellationToken)
    {
        var all = new ListThresholdsMetResponse();
        do
        {
            var page = await client.ListThresholdsMetAsync(request, cancellationToken: cancellationToken);
            all.Spells.Add(page.Spells);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return all;
    }

    private static void WriteCounts(Terminal terminal, ListThresholdsResponse counts)
    {
        if (counts.AsOfDate is null)
            terminal.Say("There is no complete run yet: 'hub reconcile' makes one.");
        var table = terminal.NewTable(
            Terminal.Words("Threshold"), Terminal.Figures("Met"), Terminal.Figures("Not met"), Terminal.Figures("Too few"), Terminal.Words(""));
        foreach (var threshold in counts.Thresholds)
            table.AddRow(Markup.Escape(threshold.Name), Figure(threshold, x => x.Met), Figure(threshold, x => x.NotMet), Figure(threshold, x => x.TooFewSessions), Remark(threshold));
        terminal.Write($"Children by threshold{(counts.AsOfDate is { } date ? $", {date.ToText()}" : "")}", table);
    }

    private static string Figure(Threshold threshold, Func<ThresholdCounts, int> read) =>
        threshold is { Counts: { } counts, MissingRecords.Length: 0 } ? $"{read(counts):N0}" : "";

    private static string Remark(Threshold threshold) => threshold switch
    {
        { MissingRecords.Length: > 0 } => Markup.Escape($"not available: needs {threshold.MissingRecords}"),
        { Enabled: false } => "off",
        { Counts.NotAvailable: > 0 } => $"{threshold.Counts.NotAvailable:N0} without terms on file",
        _ => "",
    };

    private static void WriteChildren(Terminal terminal, RepeatedField<Threshold> thresholds, RepeatedField<ThresholdSpell> spells, int most)
    {
        if (spells.Count == 0)
            terminal.Say("Nobody.");
        foreach (var threshold in thresholds)
        {
            var some = spells.Where(x => x.Threshold == threshold.Name).ToList();
            if (some.Count > 0)
                WriteThreshold(terminal, threshold, some, most);
        }
    }

    private static void WriteThreshold(Terminal terminal, Threshold threshold, List<ThresholdSpell> spells, int most)
    {
        var table = terminal.NewTable(
            Terminal.Figures("Pupil"), Terminal.Words("School"), Terminal.Words("First met"), Terminal.Words("Since"), Terminal.Words("Counted from"),
            Terminal.Figures("Counted"), Terminal.Figures("Unauthorised"), Terminal.Figures("Attended"), Terminal.Figures("Possible"));
        foreach (var spell in spells.Take(most))
        {
            var evidence = spell.Evidence;
            table.AddRow(
                $"{spell.PupilId}", Markup.Escape(spell.SchoolLaestab), evidence.FirstMetDate.ToText(), evidence.MetSinceDate.ToText(),
                evidence.WindowStartDate.ToText(), $"{evidence.Counted}", $"{evidence.UnauthorisedSessions}", $"{evidence.AttendedSessions}",
                $"{evidence.PossibleSessions}");
        }
        terminal.Write($"{threshold.Name}: {spells.Count:N0}", table);
        terminal.Say(threshold.Rule);
        if (spells.Count > most)
            terminal.Say($"and {spells.Count - most:N0} more: --most {spells.Count} lists them all.");
    }
}
