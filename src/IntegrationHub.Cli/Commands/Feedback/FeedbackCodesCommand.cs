using System.CommandLine;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Feedback.V1;
using static IntegrationHub.Cli.Output.CsvColumns;
using FeedbackClient = IntegrationHub.Contracts.Feedback.V1.SchoolFeedbackService.SchoolFeedbackServiceClient;
using Row = IntegrationHub.Cli.Commands.Feedback.FeedbackRow<IntegrationHub.Contracts.Feedback.V1.DoubtfulCode>;

namespace IntegrationHub.Cli.Commands.Feedback;

/// <summary><c>hub feedback codes</c></summary>
internal sealed class FeedbackCodesCommand : FeedbackCommand<ListDoubtfulCodesResponse, DoubtfulCode>
{
    public static readonly CsvTable<Row> Csv = CsvTable<Row>.Of(
        "codes", "A code that was not in force on its days, or is in no code set, at one school in the year to date.",
        [
            .. FeedbackColumns.School<DoubtfulCode>(),
            Text<Row>("code", "The code, as entered.", x => x.Entry.Code, "register"),
            Code<Row>(
                "doubt", "OTHER_ERA: it was not in force on its days, and counts as its own era has it. UNKNOWN: it is in no code set, and counts nowhere.",
                x => FeedbackColumns.WordFor(x.Entry.Kind)),
            Text<Row>("code_name", "What the code's own era calls it. Empty: it is in no code set.", x => x.Entry.CodeName),
            Whole<Row>("sessions", "Sessions with it.", x => x.Entry.SessionCount, "register"),
            Day<Row>("first_date", "The first day with it.", x => x.Entry.FirstDate, "register"),
            Day<Row>("last_date", "The last day with it.", x => x.Entry.LastDate, "register"),
        ]);

    public FeedbackCodesCommand()
        : base("codes", "Lists codes to mend: those of the other era, and those in no code set.", "The last day that counts. Default: today.")
    {
        Details = ["'hub quarantine replay --map-code' says what a code means that is in no code set."];
        Examples = [("hub feedback codes", "Lists them for all schools.")];
    }

    protected override CsvTable<Row> Table => Csv;

    protected override IReadOnlyList<ScreenColumn<DoubtfulCode>> Screen =>
    [
        new(Terminal.Words("Code"), x => x.Code),
        new(Terminal.Words("Doubt"), x => FeedbackColumns.WordFor(x.Kind)),
        new(Terminal.Prose("Name"), x => x.CodeName),
        new(Terminal.Figures("Sessions"), x => $"{x.SessionCount:N0}"),
        new(Terminal.Words("First"), x => x.FirstDate.ToText()),
        new(Terminal.Words("Last"), x => x.LastDate.ToText()),
    ];

    protected override async Task<ListDoubtfulCodesResponse> AskAsync(
        FeedbackClient client, FeedbackAsked asked, ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = new ListDoubtfulCodesRequest
        {
            SchoolLaestab = asked.School,
            AsOfDate = asked.AsOf,
            KnownAt = asked.KnownAt,
            PageSize = FeedbackAsked.PageSize,
            PageToken = asked.PageToken,
        };
        return await client.ListDoubtfulCodesAsync(request, cancellationToken: cancellationToken);
    }

    protected override FeedbackPage<DoubtfulCode> PageOf(ListDoubtfulCodesResponse response) =>
        new(response.Codes.Select(x => (x.SchoolLaestab, x)), response.Schools, response.NextPageToken);
}
