using System.CommandLine;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Feedback.V1;
using static IntegrationHub.Cli.Output.CsvColumns;
using FeedbackClient = IntegrationHub.Contracts.Feedback.V1.SchoolFeedbackService.SchoolFeedbackServiceClient;
using Row = IntegrationHub.Cli.Commands.Feedback.FeedbackRow<IntegrationHub.Contracts.Feedback.V1.MissingRegister>;

namespace IntegrationHub.Cli.Commands.Feedback;

/// <summary><c>hub feedback registers</c></summary>
internal sealed class FeedbackRegistersCommand : FeedbackCommand<ListMissingRegistersResponse, MissingRegister>
{
    public static readonly CsvTable<Row> Csv = CsvTable<Row>.Of(
        "registers", "A register of one day that is not there, or a pupil on the roll whom one that is there leaves out.",
        [
            .. FeedbackColumns.School<MissingRegister>(),
            .. FeedbackColumns.Session<MissingRegister>(x => x.SessionDate, x => x.Session),
            Code<Row>(
                "missing", "NOT_RECEIVED: no register. NOBODY_MARKED: one without a mark that counts. PUPIL_NOT_MARKED: this pupil is not marked.",
                x => FeedbackColumns.WordFor(x.Entry.Kind)),
            .. FeedbackColumns.Pupil<MissingRegister>(x => x.Pupil),
            Whole<Row>("unmarked_pupils", "Pupils on the roll whom the session does not mark, those not listed included.", x => x.Entry.UnmarkedPupilCount),
        ]);

    public FeedbackRegistersCommand()
        : base(
            "registers", "Lists registers that should be there and are not, and pupils whom those that are leave out.",
            "The day. Default: today; a session counts once its register is due.") =>
        Examples =
        [
            ("hub feedback registers", "Lists what is missing of today."),
            ("hub feedback registers --as-of 2025-09-12 --csv missing/", "Writes what is missing of a day, a file for each school."),
        ];

    protected override CsvTable<Row> Table => Csv;

    protected override IReadOnlyList<ScreenColumn<MissingRegister>> Screen =>
    [
        new(Terminal.Words("Session"), x => $"{x.SessionDate.ToText()} {FeedbackColumns.WordFor(x.Session)}"),
        new(Terminal.Words("Missing"), x => FeedbackColumns.WordFor(x.Kind)),
        new(Terminal.Words("Pupil"), x => x.Pupil?.MisPupilId ?? ""),
        new(Terminal.Words("UPN"), x => x.Pupil?.Upn ?? ""),
        new(Terminal.Figures("Unmarked pupils"), x => $"{x.UnmarkedPupilCount}"),
    ];

    protected override IEnumerable<string> Remarks(ListMissingRegistersResponse response) =>
        [response.DueSessions.Count == 0 ? "No register of the day is due yet." : $"Due: {string.Join(" and ", response.DueSessions.Select(FeedbackColumns.WordFor))}."];

    protected override async Task<ListMissingRegistersResponse> AskAsync(
        FeedbackClient client, FeedbackAsked asked, ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = new ListMissingRegistersRequest
        {
            SchoolLaestab = asked.School,
            AsOfDate = asked.AsOf,
            KnownAt = asked.KnownAt,
            PageSize = FeedbackAsked.PageSize,
            PageToken = asked.PageToken,
        };
        var response = await client.ListMissingRegistersAsync(request, cancellationToken: cancellationToken);
        // Every page says which sessions are due; merged, they are said once.
        if (asked.PageToken.Length > 0)
            response.DueSessions.Clear();
        return response;
    }

    protected override FeedbackPage<MissingRegister> PageOf(ListMissingRegistersResponse response) =>
        new(response.Missing.Select(x => (x.SchoolLaestab, x)), response.Schools, response.NextPageToken);
}
