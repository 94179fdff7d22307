using System.CommandLine;
using System.Globalization;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Feedback.V1;
using static IntegrationHub.Cli.Output.CsvColumns;
using FeedbackClient = IntegrationHub.Contracts.Feedback.V1.SchoolFeedbackService.SchoolFeedbackServiceClient;
using Row = IntegrationHub.Cli.Commands.Feedback.FeedbackRow<IntegrationHub.Contracts.Feedback.V1.PupilConcern>;

namespace IntegrationHub.Cli.Commands.Feedback;

/// <summary><c>hub feedback concerns</c></summary>
internal sealed class FeedbackConcernsCommand : FeedbackCommand<ListPupilConcernsResponse, PupilConcern>
{
    public static readonly CsvTable<Row> Csv = CsvTable<Row>.Of(
        "concerns", "A pupil on a school's roll whose absence calls for somebody, by this school's marks of the year to date.",
        [
            .. FeedbackColumns.School<PupilConcern>(),
            .. FeedbackColumns.Pupil<PupilConcern>(x => x.Pupil),
            Whole<Row>("possible_sessions", "Sessions that could have been attended.", x => x.Entry.Measures.PossibleSessions, "register"),
            Whole<Row>("attended_sessions", "Sessions attended, here or elsewhere.", x => x.Entry.Measures.AttendedSessions, "register"),
            Whole<Row>("authorised_sessions", "Sessions missed with the school's authority.", x => x.Entry.Measures.AuthorisedAbsenceSessions, "register"),
            Whole<Row>("unauthorised_sessions", "Sessions missed without it.", x => x.Entry.Measures.UnauthorisedAbsenceSessions, "register"),
            Whole<Row>("late_sessions", "Sessions late, before the register closed and after it.", x => x.Entry.Measures.LateSessions, "register"),
            Number<Row>("attendance_percent", "attended_sessions / possible_sessions × 100.", x => x.Entry.Measures.AttendancePercent),
            Truth<Row>("compulsory_school_age", "Whether the pupil was of compulsory school age on the last day.", x => x.Entry.CompulsorySchoolAge, "roll"),
        ]);

    private static readonly Dictionary<string, ConcernKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["persistent"] = ConcernKind.Persistent,
        ["ninety-or-below"] = ConcernKind.NinetyOrBelow,
        ["severe"] = ConcernKind.Severe,
        ["fifty-or-below"] = ConcernKind.FiftyOrBelow,
    };

    private readonly Option<string> _kind = new("--kind")
    {
        Description = "persistent or severe: absent for 10 % or 50 % or more, as of today. ninety-or-below: the half-termly list. fifty-or-below: the termly list. Default: persistent.",
        HelpName = "KIND",
        DefaultValueFactory = _ => "persistent",
    };

    private readonly Option<int> _least = new("--min-sessions")
    {
        Description = "Leaves out pupils with fewer possible sessions: in the first week every absence is 10 %. Default: nobody.",
        HelpName = "NUMBER",
    };

    public FeedbackConcernsCommand()
        : base(
            "concerns", "Lists the pupils whose absence calls for somebody.",
            "The last day that counts. Default: today; for the half-termly and the termly list, the end of the last half term or term.")
    {
        Examples =
        [
            ("hub feedback concerns", "Lists who is persistently absent today."),
            ("hub feedback concerns --kind ninety-or-below --csv lists/", "Writes the half-termly lists, a file for each school."),
        ];
        _kind.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, [.. Kinds.Keys]);
        Options.Insert(0, _least);
        Options.Insert(0, _kind);
    }

    protected override CsvTable<Row> Table => Csv;

    protected override IReadOnlyList<ScreenColumn<PupilConcern>> Screen =>
    [
        new(Terminal.Words("Pupil"), x => x.Pupil.MisPupilId),
        new(Terminal.Words("UPN"), x => x.Pupil.Upn),
        new(Terminal.Figures("Year"), x => x.Pupil.HasYearGroup ? $"{x.Pupil.YearGroup}" : ""),
        new(Terminal.Figures("Attended"), x => $"{x.Measures.AttendedSessions}"),
        new(Terminal.Figures("Possible"), x => $"{x.Measures.PossibleSessions}"),
        new(Terminal.Figures("Attendance"), x => x.Measures.AttendancePercent.ToString("0.0", CultureInfo.InvariantCulture) + " %"),
        new(Terminal.Figures("Unauthorised"), x => $"{x.Measures.UnauthorisedAbsenceSessions}"),
    ];

    protected override async Task<ListPupilConcernsResponse> AskAsync(
        FeedbackClient client, FeedbackAsked asked, ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = new ListPupilConcernsRequest
        {
            SchoolLaestab = asked.School,
            Kind = Kinds[parsed.GetValue(_kind)!],
            AsOfDate = asked.AsOf,
            KnownAt = asked.KnownAt,
            MinPossibleSessions = parsed.GetValue(_least),
            PageSize = FeedbackAsked.PageSize,
            PageToken = asked.PageToken,
        };
        return await client.ListPupilConcernsAsync(request, cancellationToken: cancellationToken);
    }

    protected override FeedbackPage<PupilConcern> PageOf(ListPupilConcernsResponse response) =>
        new(response.Concerns.Select(x => (x.SchoolLaestab, x)), response.Schools, response.NextPageToken);
}
