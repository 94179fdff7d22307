using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Contracts.Coverage.V1;
using IntegrationHub.Contracts.Export.V1;
using IntegrationHub.Contracts.Thresholds.V1;
using IntegrationHub.Server.Tests.Rebuild;
using Date = IntegrationHub.Contracts.Type.V1.Date;

namespace IntegrationHub.Server.Tests.Exports;

/// <summary>The tables of a town in which everything has happened say what the queries say.</summary>
public sealed class TownExportTests(TownFixture town) : IClassFixture<TownFixture>, IAsyncLifetime
{
    private readonly StoppedHub _copy = town.Copy();
    private TestHub _hub = null!;
    private ExportDesk _desk = null!;
    private AttendanceService.AttendanceServiceClient _attendance = null!;

    public async Task InitializeAsync()
    {
        _hub = await TownFixture.StartAsync(_copy.Path);
        _desk = new(_hub);
        _attendance = new(_hub.Channel);
    }

    public async Task DisposeAsync()
    {
        await _hub.DisposeAsync();
        _copy.Dispose();
    }

    [Fact]
    public async Task Marks_AreTheSessionsThatEachPupilHas()
    {
        var marks = await _desk.IdentifiedAsync(ExportedTable.Marks);
        var said = new List<string>();
        foreach (var pupil in await PupilsAsync())
        {
            var answer = await PupilAsync(pupil);
            said.AddRange(answer.Sessions.Select(x => string.Join('|',
                pupil, Text(x.SessionDate), x.Session.ToString().ToUpperInvariant(), x.SchoolLaestab, x.Code, Word(x.Category),
                x.HasMinutesLate ? x.MinutesLate : "", x.SourceCode)));
        }

        marks.Rows.Select(x => string.Join('|',
            x["pupil_id"], x["session_date"], x["session"], x["school_laestab"], x["code"], x["category"], x["minutes_late"], x["source_code"]))
            .Order().ShouldBe(said.Order());
        marks.Rows.Count.ShouldBeGreaterThan(700);
        marks.Column("minutes_late").ShouldContain("14");
        marks.Column("source_code").ShouldContain("S1");
        marks.Rows.Where(x => x["code"] == "O").ShouldAllBe(x => x["is_possible"] == "true" && x["is_attended"] == "false");
    }

    [Fact]
    public async Task Summaries_AreTheEnrolmentsThatEachPupilHas()
    {
        var summaries = await _desk.IdentifiedAsync(ExportedTable.Summaries);
        var said = new List<string>();
        foreach (var pupil in await PupilsAsync())
        {
            said.AddRange((await PupilAsync(pupil)).Enrolments.Select(x => string.Join('|',
                pupil, x.SchoolLaestab, x.SchoolName, Text(x.EntryDate), Text(x.LeavingDate), x.Measures.PossibleSessions, x.Measures.AttendedSessions,
                x.Measures.AuthorisedAbsenceSessions, x.Measures.UnauthorisedAbsenceSessions, x.Measures.LateSessions,
                x.Measures.HasAttendancePercent ? FormattableString.Invariant($"{x.Measures.AttendancePercent:R}") : "",
                Yes(x.Measures.PersistentlyAbsent), Yes(x.Measures.SeverelyAbsent), Yes(x.Measures.ChronicallyAbsent))));
        }

        summaries.Rows.Select(x => string.Join('|',
            x["pupil_id"], x["school_laestab"], x["school_name"], x["entry_date"], x["leaving_date"], x["possible_sessions"], x["attended_sessions"],
            x["authorised_absence_sessions"], x["unauthorised_absence_sessions"], x["late_sessions"], x["attendance_percent"],
            x["is_persistently_absent"], x["is_severely_absent"], x["is_chronically_absent"])).Order().ShouldBe(said.Order());
        summaries.Column("is_chronically_absent").ShouldContain("true");
    }

    [Fact]
    public async Task Summaries_AddUpToTheSummaryOfTheAuthority_CodeByCode()
    {
        var summaries = await _desk.TakeAsync(ExportedTable.Summaries);
        var total = (await _attendance.SummariseAttendanceAsync(new() { Window = ExportDesk.WholeYear })).Rows.ShouldHaveSingleItem();

        long Sum(string column) => summaries.Rows.Sum(x => x.Number(column));
        (Sum("possible_sessions"), Sum("attended_sessions")).ShouldBe((total.Measures.PossibleSessions, total.Measures.AttendedSessions));
        (Sum("not_possible_sessions") + Sum("administrative_sessions")).ShouldBe(total.Measures.NotPossibleSessions);
        foreach (var (code, column) in new[] { ("/", "code_present_am"), ("O", "code_o"), ("L", "code_l"), ("I", "code_i"), ("N", "code_n") })
            Sum(column).ShouldBe(total.SessionsByCode.GetValueOrDefault(code), column);
        summaries.Header.Columns.Select(x => x.ColumnName).Where(x => x.StartsWith("code_", StringComparison.Ordinal)).Sum(Sum)
            .ShouldBe(total.SessionsByCode.Values.Sum());
    }

    [Fact]
    public async Task Enrolments_AreThoseOfTheRoll()
    {
        var enrolments = await _desk.IdentifiedAsync(ExportedTable.Enrolments);
        await using var context = _hub.Database.CreateReadContext();
        var rows = context.Enrolments.Where(x => !x.Removed).ToList();

        enrolments.Rows.Select(x => (x.Number("enrolment_id"), x.Number("pupil_id"), x["mis_pupil_id"], x["school_laestab"], x["entry_date"], x["leaving_date"], x["year_group"]))
            .ShouldBe(rows.OrderBy(x => x.Laestab).ThenBy(x => x.EnrolmentId).Select(x =>
                (x.EnrolmentId, x.PupilId, x.MisPupilId, $"{x.Laestab}", $"{x.EntryDate:yyyy-MM-dd}", $"{x.LeavingDate:yyyy-MM-dd}", $"{x.YearGroup}")));
        enrolments.Column("date_of_birth").ShouldContain("2012-03-05");
        enrolments.Column("upn").ShouldContain(Roll.RollBuilder.Upn(1));
        enrolments.Rows.ShouldAllBe(x => x["enrolment_status"] == "MAIN" && x["free_school_meals"] == "" && x["pupil_premium"] == "" && x["sen_provision"] == "");
    }

    [Fact]
    public async Task Flags_AreThoseOnFile_WithTheirEvidence()
    {
        var coverage = new CoverageService.CoverageServiceClient(_hub.Channel);
        var list = new ListFlagsRequest { PageSize = 500, States = { FlagState.Open, FlagState.Acknowledged, FlagState.Assigned, FlagState.Closed } };
        var onFile = (await coverage.ListFlagsAsync(list)).Flags;
        var flags = await _desk.IdentifiedAsync(ExportedTable.Flags);

        flags.Rows.Select(x => string.Join('|',
            x["flag_id"], x["pupil_id"], x["kind"], x["state"], x["open_date"], x["last_found_date"], x["close_date"], x["school_laestab"],
            x["attended_sessions"], x["possible_sessions"])).ShouldBe(
            onFile.OrderBy(x => x.FlagId).Select(x => string.Join('|',
                x.FlagId, x.PupilId, Word(x.Kind), Word(x.State), Text(x.OpenDate), Text(x.LastFoundDate), Text(x.CloseDate), x.SchoolLaestab,
                x.AttendedSessions, x.PossibleSessions)));
        flags.Column("state").ShouldBeSubsetOf(["OPEN", "ACKNOWLEDGED", "ASSIGNED", "CLOSED"]);
        flags.Column("state").Distinct().Count().ShouldBeGreaterThan(2);
        foreach (var flag in flags.Rows)
        {
            var told = await coverage.GetFlagAsync(new() { FlagId = flag.Number("flag_id") });
            flag.Number("sources_asked").ShouldBe(told.Explanation.Sources.Count);
            flag.Number("sources_saying_none").ShouldBe(told.Explanation.Sources.Count(x => x.LeadAnswer == "NONE"));
            flag["closed_because"].ShouldBe(told.Events.LastOrDefault(x => x.Kind == "CLOSED")?.Note ?? "");
        }
    }

    [Fact]
    public async Task Thresholds_AreTheSpellsOnFile_WithTheirEvidence()
    {
        var service = new ThresholdService.ThresholdServiceClient(_hub.Channel);
        var onFile = new List<ThresholdSpell>();
        var request = new ListThresholdsMetRequest { IncludeEnded = true, PageSize = 500 };
        do
        {
            var page = await service.ListThresholdsMetAsync(request);
            onFile.AddRange(page.Spells);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        var thresholds = await _desk.IdentifiedAsync(ExportedTable.Thresholds);

        thresholds.Rows.Select(x => string.Join('|',
            x["spell_id"], x["pupil_id"], x["threshold"], x["school_laestab"], x["open_date"], x["last_met_date"], x["close_date"], x["first_met_date"],
            x["met_since_date"], x["window_start_date"], x["counted"], x["possible_sessions"], x["attended_sessions"], x["unauthorised_absence_sessions"]))
            .ShouldBe(onFile.OrderBy(x => x.SpellId).Select(x => string.Join('|',
                x.SpellId, x.PupilId, x.Threshold, x.SchoolLaestab, Text(x.OpenDate), Text(x.LastMetDate), Text(x.CloseDate), Text(x.Evidence.FirstMetDate),
                Text(x.Evidence.MetSinceDate), Text(x.Evidence.WindowStartDate), x.Evidence.Counted, x.Evidence.PossibleSessions,
                x.Evidence.AttendedSessions, x.Evidence.UnauthorisedSessions)));
        thresholds.Column("close_date").Distinct().Count().ShouldBeGreaterThan(1);
        thresholds.Column("unit").ShouldBeSubsetOf(["SESSIONS", "SCHOOL_DAYS", "SCHOOL_WEEKS"]);
        var south = await _desk.TakeAsync(ExportedTable.Thresholds, x => x.SchoolLaestab = $"{Roll.RollBuilder.South}");
        south.Rows.Count.ShouldBe(onFile.Count(x => x.SchoolLaestab == $"{Roll.RollBuilder.South}"));
    }

    [Fact]
    public async Task MarkChanges_AreTheStepsOfEachSessionsHistory()
    {
        var changes = await _desk.IdentifiedAsync(ExportedTable.MarkChanges);
        var history = new MarkHistoryService.MarkHistoryServiceClient(_hub.Channel);
        var said = new List<string>();
        foreach (var pupil in await PupilsAsync())
        {
            var answer = await history.ListMarkHistoryAsync(new() { PupilId = pupil, Window = ExportDesk.WholeYear });
            said.AddRange(answer.Sessions.SelectMany(x => Steps(pupil, x)));
        }

        changes.Rows.Select(x => string.Join('|', x["pupil_id"], x["session_date"], x["session"], x["previous_code"], x["code"], x["position"], x["reason"]))
            .Order().ShouldBe(said.Order());
        changes.Rows.ShouldNotBeEmpty();
    }

    /// <summary>Of what was said, in the order of receipt, the latest said at the school counts.</summary>
    private static IEnumerable<string> Steps(long pupil, SessionHistory session)
    {
        MarkEntry? counts = null;
        foreach (var entry in session.Entries)
        {
            if (counts is not null && TimeOf(entry) < TimeOf(counts))
                continue;
            if (counts is not null && counts.Code != entry.Code)
            {
                yield return string.Join('|',
                    pupil, Text(session.SessionDate), session.Session.ToString().ToUpperInvariant(), counts.Code, entry.Code, entry.Position, entry.Reason);
            }
            counts = entry;
        }
    }

    private static DateTime TimeOf(MarkEntry entry) => (entry.RecordTime ?? entry.ReceivedTime).ToDateTime();

    private async Task<IReadOnlyList<long>> PupilsAsync() =>
        [.. (await _desk.IdentifiedAsync(ExportedTable.Enrolments)).Rows.Select(x => x.Number("pupil_id")).Distinct()];

    private async Task<GetPupilAttendanceResponse> PupilAsync(long pupil) =>
        await _attendance.GetPupilAttendanceAsync(new() { PupilId = pupil, Window = ExportDesk.WholeYear, IncludeSessions = true });

    private static string Text(Date? date) => date is null ? "" : $"{date.Year:0000}-{date.Month:00}-{date.Day:00}";

    private static string Yes(bool value) => value ? "true" : "false";

    private static string Word(Enum value) => System.Text.RegularExpressions.Regex.Replace($"{value}", "(?<=[a-z])(?=[A-Z])", "_").ToUpperInvariant();
}
