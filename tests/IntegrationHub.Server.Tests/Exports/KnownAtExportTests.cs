using IntegrationHub.Contracts.Export.V1;
using IntegrationHub.Server.Tests.Rebuild;
using IntegrationHub.Server.Tests.Registers;
using static IntegrationHub.Server.Tests.Roll.RollBuilder;

namespace IntegrationHub.Server.Tests.Exports;

/// <summary>Tables as they were known at an earlier moment, although everything has changed since.</summary>
public sealed class KnownAtExportTests : IAsyncLifetime
{
    private static readonly ExportedTable[] Tables = [.. Enum.GetValues<ExportedTable>().Where(x => x != ExportedTable.Unspecified)];

    private readonly FixedClock _clock = new(new(2021, 10, 29, 18, 0, 0, TimeSpan.Zero));
    private TestHub _hub = null!;
    private TownSender _sender = null!;
    private ExportDesk _desk = null!;

    public async Task InitializeAsync()
    {
        _hub = await TestHub.StartAsync(clock: _clock);
        (_sender, _desk) = (new(_hub), new(_hub));
        await _sender.SchoolsAsync(School(NorthUrn, North, "North"), School(SouthUrn, South, "South"));
        await _sender.RollChangeAsync(NorthUrn, Record("p1", Upn(1), Born, Entry), Record("p2", Upn(2), Born.AddDays(1), Entry));
        for (var day = 0; day < 20; day++)
        {
            var date = RegisterBuilder.Monday.AddDays((day / 5 * 7) + (day % 5));
            await SendAsync(date, RegisterBuilder.Mark("p1", "O"), Late("p2"));
        }
        await _sender.ReconcileAsync();
    }

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task EveryTable_IsByteForByteWhatItWasThen(bool folded)
    {
        var before = await TakeAllAsync(null);
        await ChangeEverythingAsync();
        if (folded)
            await _sender.FoldAsync();

        var then = await TakeAllAsync(before[0].Header.Position);
        var now = await TakeAllAsync(null);
        foreach (var (table, i) in Tables.Concat(Tables).Select((table, i) => (table, i)))
        {
            then[i].Header.Position.ShouldBe(before[i].Header.Position);
            Text(then[i]).ShouldBe(Text(before[i]), $"{table}");
            Text(now[i]).ShouldNotBe(Text(before[i]), $"{table}");
        }
    }

    [Fact]
    public async Task ThresholdAndFlag_FoundAgainSince_StandAsOfThen_WithoutTheEvidenceThatIsNotKept()
    {
        string[] lasting = ["spell_id", "pupil_id", "upn", "school_laestab", "threshold", "open_date", "last_met_date", "close_date"];
        var before = await _desk.IdentifiedAsync(ExportedTable.Thresholds);
        var flag = (await _desk.IdentifiedAsync(ExportedTable.Flags)).Rows.ShouldHaveSingleItem();
        _clock.Now = _clock.Now.AddDays(3);
        await SendAsync(new(2021, 11, 1), RegisterBuilder.Mark("p1", "O"));
        await _sender.ReconcileAsync();
        await ChangeEverythingAsync();

        var then = await _desk.IdentifiedAsync(ExportedTable.Thresholds, AsOf(before));
        string Lasting(Tests.Tables.CsvRow row) => string.Join('|', lasting.Select(x => row[x]));
        then.Rows.Select(Lasting).ShouldBe(before.Rows.Select(Lasting));
        before.Column("counted").ShouldContain("20");
        then.Rows.ShouldAllBe(x => x["counted"] == "" && x["first_met_date"] == "" && x["possible_sessions"] == "");
        var flagThen = (await _desk.IdentifiedAsync(ExportedTable.Flags, AsOf(before))).Rows.ShouldHaveSingleItem();
        foreach (var column in (string[])["flag_id", "school_laestab", "state", "last_found_date", "coverage_class", "attended_sessions", "possible_sessions"])
            flagThen[column].ShouldBe(flag[column], column);
        (flag["sources_asked"], flagThen["sources_asked"]).ShouldBe(("0", ""));
    }

    [Fact]
    public async Task ChildWhoIsRestrictedByNow_IsNotShownAsOfThenEither()
    {
        var before = await _desk.IdentifiedAsync(ExportedTable.Marks);
        var record = Record("p1", Upn(1), Born, Entry);
        record.Restricted = true;
        await _sender.RollChangeAsync(NorthUrn, record);

        foreach (var table in Tables.Where(x => x != ExportedTable.MarkChanges))
        {
            var then = await _desk.IdentifiedAsync(table, x => x.KnownAt = new() { Position = before.Header.Position });
            then.Column("upn").ShouldNotContain(Upn(1));
            then.Trailer.RestrictedChildren.ShouldBe(1, $"{table}");
        }
        before.Column("upn").ShouldContain(Upn(1));
    }

    [Fact]
    public async Task Flag_ClosedSince_StandsOpenAsOfThen_WithWhatTheRunOfThenFound()
    {
        var before = (await _desk.IdentifiedAsync(ExportedTable.Flags)).Rows.ShouldHaveSingleItem();
        (before["state"], before["attended_sessions"], before["possible_sessions"], before["close_date"]).ShouldBe(("OPEN", "0", "20", ""));
        var position = (await _desk.TakeAsync(ExportedTable.Flags)).Header.Position;
        await ChangeEverythingAsync();

        var now = (await _desk.IdentifiedAsync(ExportedTable.Flags)).Rows.Single(x => x["flag_id"] == before["flag_id"]);
        (now["state"], now["close_date"], now["closed_because"]).ShouldBe(("CLOSED", "2021-12-17", "NOT_CHRONICALLY_ABSENT"));
        var then = (await _desk.IdentifiedAsync(ExportedTable.Flags, x => x.KnownAt = new() { Position = position })).Rows.ShouldHaveSingleItem();
        (then["flag_id"], then["state"], then["close_date"], then["last_found_date"]).ShouldBe((before["flag_id"], "OPEN", "", "2021-10-29"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task MarkChange_TellsBeforeAndAfter_WhenAndInIdentifiedExportsWhy(bool folded)
    {
        var monday = RegisterBuilder.Monday;
        var amended = RegisterBuilder.Mark("p1", "I", new(2021, 10, 30, 9, 0, 0, DateTimeKind.Utc));
        amended.Amendment = new() { OriginalCode = "O", Reason = "Parent rang", AmendedBy = "T. Office", AmendTime = amended.RecordTime };
        var withdrawn = new Contracts.Registers.V1.RegisterMark { MisPupilId = "p2", Withdrawn = true };
        _clock.Now = new(2021, 11, 1, 9, 30, 0, TimeSpan.Zero);
        await SendAsync(monday, amended, withdrawn);
        await SendAsync(monday, RegisterBuilder.Mark("p2", "M"), RegisterBuilder.Mark("p1", "C", new(2021, 9, 13, 9, 0, 0, DateTimeKind.Utc)));
        if (folded)
            await _sender.FoldAsync();

        var taken = await _desk.IdentifiedAsync(ExportedTable.MarkChanges);
        taken.Rows.Select(x => string.Join('|',
            x["mis_pupil_id"], x["session_date"], x["session"], x["previous_code"], x["code"], x["record_time"], x["received_time"], x["is_amendment"],
            x["amend_time"], x["reason"])).ShouldBe(
        [
            "p1|2021-09-13|AM|O|I|2021-10-30T09:00:00Z|2021-11-01T09:30:00Z|true|2021-10-30T09:00:00Z|Parent rang",
            "p2|2021-09-13|AM|L|||2021-11-01T09:30:00Z|false||",
            "p2|2021-09-13|AM||M||2021-11-01T09:30:00Z|false||",
        ]);
        Text(taken).ShouldNotContain("Office");
        (await _desk.TakeAsync(ExportedTable.MarkChanges)).Header.Columns.Select(x => x.ColumnName).ShouldNotContain("reason");
    }

    /// <summary>Marks are mended, a child moves, a name of a school changes, a flag is taken up and closes.</summary>
    private async Task ChangeEverythingAsync()
    {
        var flag = (await _sender.Coverage.ListFlagsAsync(new())).Flags[0];
        await _sender.Coverage.UpdateFlagAsync(new() { RequestId = TownSender.NewId(), FlagId = flag.FlagId, Assign = new() { Assignee = "North" } });
        _clock.Now = new(2021, 12, 17, 18, 0, 0, TimeSpan.Zero);
        await _sender.SchoolsAsync(School(NorthUrn, North, "North Academy"));
        for (var day = 0; day < 20; day++)
            await SendAsync(RegisterBuilder.Monday.AddDays((day / 5 * 7) + (day % 5)), RegisterBuilder.Mark("p1", "/"), RegisterBuilder.Mark("p2", "U"));
        await _sender.RollChangeAsync(NorthUrn, Record("p2", Upn(2), Born.AddDays(1), Entry, leaving: new(2021, 10, 1)));
        await _sender.RollChangeAsync(SouthUrn, Record("s2", Upn(2), Born.AddDays(1), entry: new(2021, 10, 4)));
        await _sender.ReconcileAsync();
    }

    private async Task<IReadOnlyList<TakenTable>> TakeAllAsync(long? position)
    {
        var taken = new List<TakenTable>();
        foreach (var table in Tables)
            taken.Add(await _desk.IdentifiedAsync(table, As(position)));
        foreach (var table in Tables)
            taken.Add(await _desk.TakeAsync(table, As(position)));
        return taken;
    }

    private static Action<ExportTableRequest> AsOf(TakenTable table) => As(table.Header.Position);

    private static Action<ExportTableRequest> As(long? position) => x => x.KnownAt = position is { } known ? new() { Position = known } : null;

    private async Task SendAsync(DateOnly date, params Contracts.Registers.V1.RegisterMark[] marks) =>
        await _sender.RegisterAsync(RegisterBuilder.Register(date, Contracts.Registers.V1.SchoolSession.Am, marks));

    private static Contracts.Registers.V1.RegisterMark Late(string misPupilId)
    {
        var mark = RegisterBuilder.Mark(misPupilId, "L");
        (mark.MinutesLate, mark.SourceCode) = (7, "L1");
        return mark;
    }

    private static string Text(TakenTable table) => System.Text.Encoding.UTF8.GetString(table.Bytes);

    private static Contracts.Operations.V1.School School(int urn, int laestab, string name) =>
        new() { Urn = $"{urn}", Laestab = $"{laestab}", DisplayName = name, Phase = "Primary" };
}
