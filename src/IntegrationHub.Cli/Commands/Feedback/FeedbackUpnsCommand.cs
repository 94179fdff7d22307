using System.CommandLine;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Feedback.V1;
using static IntegrationHub.Cli.Output.CsvColumns;
using FeedbackClient = IntegrationHub.Contracts.Feedback.V1.SchoolFeedbackService.SchoolFeedbackServiceClient;
using Row = IntegrationHub.Cli.Commands.Feedback.FeedbackRow<IntegrationHub.Contracts.Feedback.V1.DoubtfulUpn>;

namespace IntegrationHub.Cli.Commands.Feedback;

/// <summary><c>hub feedback upns</c></summary>
internal sealed class FeedbackUpnsCommand : FeedbackCommand<ListDoubtfulUpnsResponse, DoubtfulUpn>
{
    public static readonly CsvTable<Row> Csv = CsvTable<Row>.Of(
        "upns", "A fault of the UPN of a pupil on the roll. A pupil has a line for each.",
        [
            .. FeedbackColumns.School<DoubtfulUpn>(),
            .. FeedbackColumns.Pupil<DoubtfulUpn>(x => x.Pupil),
            Code<Row>(
                "fault", "MISSING, MALFORMED, WRONG_CHECK_LETTER, TEMPORARY, SHARED (another pupil has it too) or TWO_DATES_OF_BIRTH (another has it, with another date of birth).",
                x => FeedbackColumns.WordFor(x.Entry.Fault)),
            Text<Row>(
                "shared_with", "The schools of the others who have it, by DfE number, set apart by spaces.",
                x => string.Join(' ', x.Entry.SharedWithLaestabs)),
        ]);

    public FeedbackUpnsCommand()
        : base("upns", "Lists pupils whose UPN is wrong, shared, temporary or missing.", "Pupils on the roll on this day. Default: today.") =>
        Examples = [("hub feedback upns --school 8514001", "Lists them for one school.")];

    protected override CsvTable<Row> Table => Csv;

    protected override IReadOnlyList<ScreenColumn<DoubtfulUpn>> Screen =>
    [
        new(Terminal.Words("Pupil"), x => x.Pupil.MisPupilId),
        new(Terminal.Words("UPN"), x => x.Pupil.Upn),
        new(Terminal.Words("Fault"), x => FeedbackColumns.WordFor(x.Fault)),
        new(Terminal.Words("Shared with"), x => string.Join(' ', x.SharedWithLaestabs)),
    ];

    protected override async Task<ListDoubtfulUpnsResponse> AskAsync(
        FeedbackClient client, FeedbackAsked asked, ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = new ListDoubtfulUpnsRequest
        {
            SchoolLaestab = asked.School,
            AsOfDate = asked.AsOf,
            KnownAt = asked.KnownAt,
            PageSize = FeedbackAsked.PageSize,
            PageToken = asked.PageToken,
        };
        return await client.ListDoubtfulUpnsAsync(request, cancellationToken: cancellationToken);
    }

    protected override FeedbackPage<DoubtfulUpn> PageOf(ListDoubtfulUpnsResponse response) =>
        new(response.Upns.Select(x => (x.SchoolLaestab, x)), response.Schools, response.NextPageToken);
}
