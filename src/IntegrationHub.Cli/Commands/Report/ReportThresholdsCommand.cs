using System.CommandLine;
using IntegrationHub.Cli.Connection;
using IntegrationHub.Contracts.Thresholds.V1;
using IntegrationHub.Domain.Thresholds;

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
            return new Answer(counts, terminal => ThresholdTables.Write(terminal, counts));
        var request = new ListThresholdsMetRequest { PageSize = PageSize, SchoolLaestab = school ?? "" };
        if (threshold is not null)
            request.Thresholds.Add(threshold);
        var all = await AllAsync(client, request, cancellationToken);
        if (csv is not null)
            await ThresholdsCsv.Table.SaveAsync(csv, all.Spells, cancellationToken);
        return new Answer(all, terminal => ThresholdTables.Write(terminal, counts.Thresholds, all.Spells, parsed.GetValue(_most)));
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
}
