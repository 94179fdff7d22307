using System.CommandLine;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Feedback.V1;
using static IntegrationHub.Cli.Output.CsvColumns;
using FeedbackClient = IntegrationHub.Contracts.Feedback.V1.SchoolFeedbackService.SchoolFeedbackServiceClient;
using Row = IntegrationHub.Cli.Commands.Feedback.FeedbackRow<IntegrationHub.Contracts.Feedback.V1.UnexplainedAbsence>;

namespace IntegrationHub.Cli.Commands.Feedback;

/// <summary><c>hub feedback unexplained</c></summary>
internal sealed class FeedbackUnexplainedCommand : FeedbackCommand<ListUnexplainedAbsencesResponse, UnexplainedAbsence>
{
    public static readonly CsvTable<Row> Csv = CsvTable<Row>.Of(
        "unexplained", "A session still marked N after the fifth school day that followed it.",
        [
            .. FeedbackColumns.School<UnexplainedAbsence>(),
            .. FeedbackColumns.Pupil<UnexplainedAbsence>(x => x.Pupil),
            .. FeedbackColumns.Session<UnexplainedAbsence>(x => x.SessionDate, x => x.Session),
            Day<Row>("due_date", "The fifth school day after it, on which it could still be mended in time.", x => x.Entry.DueDate),
            Whole<Row>("school_days_over", "School days since then; 0 on the weekend or holiday that follows.", x => x.Entry.SchoolDaysOver),
            Day<Row>("leaving_date", "The pupil's last day on the roll. Empty: still on it.", x => x.Entry.LeavingDate, "roll"),
        ]);

    public FeedbackUnexplainedCommand()
        : base("unexplained", "Lists absences whose reason should be known by now: N older than five school days.", "The day on which they are overdue. Default: today.") =>
        Examples =
        [
            ("hub feedback unexplained --school 8514001", "Lists what one school has to explain."),
            ("hub feedback unexplained --csv unexplained.csv", "Writes those of all schools to a file."),
        ];

    protected override CsvTable<Row> Table => Csv;

    protected override IReadOnlyList<ScreenColumn<UnexplainedAbsence>> Screen =>
    [
        new(Terminal.Words("Pupil"), x => x.Pupil.MisPupilId),
        new(Terminal.Words("UPN"), x => x.Pupil.Upn),
        new(Terminal.Words("Session"), x => $"{x.SessionDate.ToText()} {FeedbackColumns.WordFor(x.Session)}"),
        new(Terminal.Words("Was due"), x => x.DueDate.ToText()),
        new(Terminal.Figures("School days over"), x => $"{x.SchoolDaysOver}"),
    ];

    protected override async Task<ListUnexplainedAbsencesResponse> AskAsync(
        FeedbackClient client, FeedbackAsked asked, ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = new ListUnexplainedAbsencesRequest
        {
            SchoolLaestab = asked.School,
            AsOfDate = asked.AsOf,
            KnownAt = asked.KnownAt,
            PageSize = FeedbackAsked.PageSize,
            PageToken = asked.PageToken,
        };
        return await client.ListUnexplainedAbsencesAsync(request, cancellationToken: cancellationToken);
    }

    protected override FeedbackPage<UnexplainedAbsence> PageOf(ListUnexplainedAbsencesResponse response) =>
        new(response.Absences.Select(x => (x.SchoolLaestab, x)), response.Schools, response.NextPageToken);
}
