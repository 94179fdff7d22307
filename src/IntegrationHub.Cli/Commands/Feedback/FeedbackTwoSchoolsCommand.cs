using System.CommandLine;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Feedback.V1;
using static IntegrationHub.Cli.Output.CsvColumns;
using FeedbackClient = IntegrationHub.Contracts.Feedback.V1.SchoolFeedbackService.SchoolFeedbackServiceClient;
using Row = IntegrationHub.Cli.Commands.Feedback.FeedbackRow<IntegrationHub.Contracts.Feedback.V1.TwoSchoolMarks>;

namespace IntegrationHub.Cli.Commands.Feedback;

/// <summary><c>hub feedback two-schools</c></summary>
internal sealed class FeedbackTwoSchoolsCommand : FeedbackCommand<ListTwoSchoolMarksResponse, TwoSchoolMarks>
{
    public static readonly CsvTable<Row> Csv = CsvTable<Row>.Of(
        "two-schools", "A session that this school and another mark as possible for one pupil, in the year to date.",
        [
            .. FeedbackColumns.School<TwoSchoolMarks>(),
            .. FeedbackColumns.Pupil<TwoSchoolMarks>(x => x.Pupil),
            .. FeedbackColumns.Session<TwoSchoolMarks>(x => x.SessionDate, x => x.Session),
            Text<Row>("code", "This school's code.", x => x.Entry.Code, "register"),
            Text<Row>("other_marks", "The other schools, by DfE number, each with its code after a colon, set apart by spaces.", x => Others(x.Entry), "register"),
            Text<Row>("counted_code", "The code that counts for the child until the schools agree.", x => x.Entry.CountedCode),
        ]);

    public FeedbackTwoSchoolsCommand()
        : base("two-schools", "Lists sessions that two schools mark for one pupil.", "The last day that counts. Default: today.") =>
        Examples = [("hub feedback two-schools --csv two-schools.csv", "Writes them to a file.")];

    protected override CsvTable<Row> Table => Csv;

    protected override IReadOnlyList<ScreenColumn<TwoSchoolMarks>> Screen =>
    [
        new(Terminal.Words("Pupil"), x => x.Pupil.MisPupilId),
        new(Terminal.Words("UPN"), x => x.Pupil.Upn),
        new(Terminal.Words("Session"), x => $"{x.SessionDate.ToText()} {FeedbackColumns.WordFor(x.Session)}"),
        new(Terminal.Words("Code"), x => x.Code),
        new(Terminal.Prose("Others"), Others),
        new(Terminal.Words("Counts"), x => x.CountedCode),
    ];

    protected override async Task<ListTwoSchoolMarksResponse> AskAsync(
        FeedbackClient client, FeedbackAsked asked, ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = new ListTwoSchoolMarksRequest
        {
            SchoolLaestab = asked.School,
            AsOfDate = asked.AsOf,
            KnownAt = asked.KnownAt,
            PageSize = FeedbackAsked.PageSize,
            PageToken = asked.PageToken,
        };
        return await client.ListTwoSchoolMarksAsync(request, cancellationToken: cancellationToken);
    }

    protected override FeedbackPage<TwoSchoolMarks> PageOf(ListTwoSchoolMarksResponse response) =>
        new(response.Sessions.Select(x => (x.SchoolLaestab, x)), response.Schools, response.NextPageToken);

    private static string Others(TwoSchoolMarks entry) => string.Join(' ', entry.OtherMarks.Select(x => $"{x.SchoolLaestab}:{x.Code}"));
}
