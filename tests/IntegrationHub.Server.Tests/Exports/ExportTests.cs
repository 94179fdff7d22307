using System.Text;
using Grpc.Core;
using IntegrationHub.Contracts.Export.V1;
using IntegrationHub.Domain;
using IntegrationHub.Storage.Model;
using static IntegrationHub.Server.Tests.Roll.RollBuilder;
using Date = IntegrationHub.Contracts.Type.V1.Date;

namespace IntegrationHub.Server.Tests.Exports;

/// <summary>What an analyst gets of a small town, and what is refused.</summary>
public sealed class ExportTests : IAsyncLifetime
{
    private TestHub _hub = null!;
    private TestCity _city = null!;
    private ExportDesk _desk = null!;

    public async Task InitializeAsync()
    {
        _hub = await TestHub.StartAsync(clock: new FixedClock(new(2021, 12, 17, 16, 0, 0, TimeSpan.Zero)));
        (_city, _desk) = (new TestCity(_hub), new ExportDesk(_hub));
    }

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Theory]
    [InlineData(ExportForm.Pseudonymised)]
    [InlineData(ExportForm.Identified)]
    public async Task EmptyHub_GivesTheNamesOfTheColumnsAlone(ExportForm form)
    {
        foreach (var table in Enum.GetValues<ExportedTable>().Where(x => x != ExportedTable.Unspecified))
        {
            var taken = await _desk.TakeAsync(table, x => x.Form = form, ExportDesk.Reason);
            taken.Rows.ShouldBeEmpty();
            taken.Trailer.RowCount.ShouldBe(0);
            Encoding.UTF8.GetString(taken.Bytes).ShouldBe(string.Join(',', taken.Header.Columns.Select(x => x.ColumnName)) + "\r\n");
        }
    }

    [Fact]
    public async Task Characteristics_AreAsTheRollSays_AndEmptyWhereItDoesNot()
    {
        _city.AddSchool(TestCity.School, "Special");
        var known = _city.AddPupil(born: new(2010, 9, 1), upn: Upn(1), home: "850");
        (known.Sex, var stay) = ("F", _city.Enrol(known, entry: new(2020, 1, 6), leaving: new(2021, 12, 1), year: 0, ehcp: true));
        (stay.FreeSchoolMeals, stay.PupilPremium, stay.HasSocialWorker, stay.LookedAfter) = (true, true, false, true);
        var unknown = _city.Enrol(_city.AddPupil(born: new(2010, 8, 31)), year: null, status: EnrolmentStatus.Subsidiary);
        unknown.SenProvision = SenProvision.NotRecorded;
        await _city.SaveAsync();

        var rows = (await _desk.TakeAsync(ExportedTable.Enrolments)).Rows;

        var told = rows.Single(x => x["sex"] == "F");
        string[] columns =
        [
            "age", "school_laestab", "school_name", "school_phase", "enrolment_status", "entry_date", "leaving_date", "year_group", "sen_provision",
            "free_school_meals", "pupil_premium", "has_social_worker", "looked_after", "home_authority",
        ];
        columns.Select(x => told[x]).ShouldBe(
            ["10", "8512001", "School 8512001", "Special", "MAIN", "2020-01-06", "2021-12-01", "0", "EHCP", "true", "true", "false", "true", "850"]);
        var other = rows.Single(x => x["sex"] == "");
        columns.Select(x => other[x]).ShouldBe(
            ["11", "8512001", "School 8512001", "Special", "SUBSIDIARY", "2019-09-01", "", "", "", "", "", "", "", "851"]);
    }

    [Theory]
    [InlineData("Saint \"Anne\", Upper; Lower", "\"Saint \"\"Anne\"\", Upper; Lower\"")]
    [InlineData("Two\r\nLines", "\"Two\r\nLines\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"")]
    [InlineData("Ysgol Gynradd Tŷ Coch", "Ysgol Gynradd Tŷ Coch")]
    public async Task SchoolName_OfAnyKind_IsOneHarmlessValue(string name, string written)
    {
        _city.Add(new SchoolRow { Authority = TestHub.Authority, Laestab = TestCity.School, Name = name, Phase = "Primary" });
        _city.Enrol(_city.AddPupil());
        await _city.SaveAsync();

        foreach (var table in new[] { ExportedTable.Enrolments, ExportedTable.Summaries })
        {
            var taken = await _desk.TakeAsync(table);
            Encoding.UTF8.GetString(taken.Bytes).ShouldContain($",{written},Primary,");
            taken.Column("school_name").ShouldHaveSingleItem().TrimStart('\'').ShouldBe(name);
        }
    }

    [Fact]
    public async Task SourceCode_ThatMightBeAnything_IsLeftOutOfPseudonymised()
    {
        _city.AddSchool(TestCity.School);
        var stay = _city.Enrol(_city.AddPupil());
        _city.Mark(stay, TestCity.FirstMonday, "I I");
        _city.Add(Detail(stay, 0, "I02"));
        _city.Add(Detail(stay, 1, "Ada at home"));
        await _city.SaveAsync();

        (await _desk.TakeAsync(ExportedTable.Marks)).Column("source_code").ShouldBe(["I02", ""]);
        (await _desk.IdentifiedAsync(ExportedTable.Marks)).Column("source_code").ShouldBe(["I02", "Ada at home"]);
    }

    [Fact]
    public async Task Restricted_ByRollOrBySource_IsInNoTable_AndCounted()
    {
        _city.AddSchool(TestCity.School);
        var (open, byRoll, bySource) = (_city.AddPupil(upn: Upn(1)), _city.AddPupil(upn: Upn(2), restricted: true), _city.AddPupil(upn: Upn(3)));
        foreach (var pupil in new[] { open, byRoll, bySource })
            _city.Attend(_city.Enrol(pupil), 10, 50);
        _city.AddSource(TestCity.SocialCare, loaded: TestCity.EndOfTerm);
        _city.AddRecord(TestCity.SocialCare, bySource, restricted: true);
        await _city.SaveAsync();

        foreach (var table in new[] { ExportedTable.Marks, ExportedTable.Enrolments, ExportedTable.Summaries })
        {
            var taken = await _desk.IdentifiedAsync(table);
            taken.Column("upn").Distinct().ShouldBe([Upn(1)]);
            taken.Trailer.RestrictedChildren.ShouldBe(2);
            (await _desk.TakeAsync(table)).Trailer.ShouldSatisfyAllConditions(
                x => x.RestrictedChildren.ShouldBe(2), x => x.RowCount.ShouldBe(taken.Trailer.RowCount));
        }
        (await _desk.TakeAsync(ExportedTable.Marks, x => x.SchoolLaestab = $"{TestCity.OtherSchool}")).Trailer.RestrictedChildren.ShouldBe(0);
    }

    [Fact]
    public async Task SchoolAndWindow_BoundTheRows()
    {
        _city.AddSchool(TestCity.School);
        _city.AddSchool(TestCity.OtherSchool);
        _city.Mark(_city.Enrol(_city.AddPupil()), TestCity.FirstMonday, "/ / O O");
        _city.Mark(_city.Enrol(_city.AddPupil(), TestCity.OtherSchool), TestCity.FirstMonday, "I I");
        _city.Mark(_city.Enrol(_city.AddPupil(), TestCity.OtherSchool, status: EnrolmentStatus.Guest), TestCity.FirstMonday, "C C");
        await _city.SaveAsync();

        (await _desk.TakeAsync(ExportedTable.Marks)).Column("code").Order().ShouldBe(["/", "/", "I", "I", "O", "O"]);
        (await _desk.TakeAsync(ExportedTable.Marks, x => x.SchoolLaestab = "851/4001")).Column("code").ShouldBe(["I", "I"]);
        var tuesday = Date(TestCity.FirstMonday.AddDays(1));
        (await _desk.TakeAsync(ExportedTable.Marks, x => x.Window = new() { StartDate = tuesday, EndDate = tuesday })).Column("code").ShouldBe(["O", "O"]);
    }

    [Fact]
    public async Task Term_ByName_IsTheWindow_UpToTheDayAsked()
    {
        _city.Add(Term("Autumn", new(2020, 9, 1), new(2020, 12, 18)));
        _city.Add(Term("Autumn", new(2021, 9, 1), new(2021, 12, 20)));
        await _city.SaveAsync();

        (await WindowOfAsync("autumn", null)).ShouldBe((Date(new(2021, 9, 1)), Date(new(2021, 12, 17))));
        (await WindowOfAsync("Autumn", new() { EndDate = Date(new(2021, 7, 31)) })).ShouldBe((Date(new(2020, 9, 1)), Date(new(2020, 12, 18))));
        await RefusedAsync(x => (x.TermName, x.Window) = ("Spring", null), StatusCode.InvalidArgument, Reason.InvalidArgument);
        await RefusedAsync(x => x.TermName = "Autumn", StatusCode.InvalidArgument, Reason.InvalidArgument);
    }

    [Fact]
    public async Task Identified_NeedsAPersonAndAPurpose_AndNotSayingIsPseudonymised()
    {
        await RefusedAsync(x => x.Form = ExportForm.Identified, StatusCode.InvalidArgument, Reason.PersonNeeded);
        await RefusedAsync(x => x.Form = ExportForm.Identified, StatusCode.InvalidArgument, Reason.PurposeNeeded, new() { { "hub-person", "Ana Lyst" } });
        await RefusedAsync(
            x => x.Form = ExportForm.Identified, StatusCode.InvalidArgument, Reason.PersonNeeded, new() { { "hub-person", " " }, { "hub-purpose", "board" } });
        (await _desk.TakeAsync(ExportedTable.Marks)).Header.Form.ShouldBe(ExportForm.Pseudonymised);
        (await _desk.IdentifiedAsync(ExportedTable.Marks)).Header.Form.ShouldBe(ExportForm.Identified);
    }

    [Fact]
    public async Task Request_ThatCannotBeRead_IsRefused()
    {
        await RefusedAsync(x => x.Table = ExportedTable.Unspecified, StatusCode.InvalidArgument, Reason.InvalidArgument);
        await RefusedAsync(x => x.Table = (ExportedTable)77, StatusCode.InvalidArgument, Reason.InvalidArgument);
        await RefusedAsync(x => x.Form = (ExportForm)77, StatusCode.InvalidArgument, Reason.InvalidArgument);
        await RefusedAsync(x => x.SchoolLaestab = "School", StatusCode.InvalidArgument, Reason.InvalidLaestab);
        await RefusedAsync(x => x.KnownAt = new() { Position = 99 }, StatusCode.InvalidArgument, Reason.MomentNotReached);
    }

    [Fact]
    public async Task Described_IsWhatIsExported()
    {
        var described = await _desk.Service.DescribeExportsAsync(new());
        described.Tables.Select(x => x.DisplayName).ShouldBe(["marks", "enrolments", "summaries", "thresholds", "flags", "mark-changes"]);
        foreach (var table in described.Tables)
        {
            (await _desk.TakeAsync(table.Table)).Header.Columns.ShouldBe(table.Columns.Where(x => x.Forms.Contains(ExportForm.Pseudonymised)));
            (await _desk.IdentifiedAsync(table.Table)).Header.Columns.ShouldBe(table.Columns.Where(x => x.Forms.Contains(ExportForm.Identified)));
            table.Columns.ShouldAllBe(x => x.Meaning.EndsWith('.') && x.Source.Length > 0 && x.Type != Contracts.Export.V1.ColumnType.Unspecified);
            table.Columns.Where(x => x.Type == Contracts.Export.V1.ColumnType.Pseudonym).ShouldAllBe(x => x.Forms.Count == 1);
        }
        Enum.GetNames<Server.Tables.ColumnType>().Length.ShouldBe(Enum.GetValues<Contracts.Export.V1.ColumnType>().Length - 1);
        $"{(Contracts.Export.V1.ColumnType)Server.Tables.ColumnType.Pseudonym}".ShouldBe("Pseudonym");
    }

    private async Task<(Date From, Date To)> WindowOfAsync(string term, Contracts.Attendance.V1.AttendanceWindow? window)
    {
        var header = (await _desk.TakeAsync(ExportedTable.Marks, x => (x.TermName, x.Window) = (term, window))).Header;
        return (header.Window.StartDate, header.Window.EndDate);
    }

    private async Task RefusedAsync(Action<ExportTableRequest> change, StatusCode code, string reason, Metadata? metadata = null)
    {
        var refused = await Should.ThrowAsync<RpcException>(() => _desk.TakeAsync(ExportedTable.Marks, change, metadata));
        (refused.StatusCode, refused.ReasonOf()).ShouldBe((code, reason));
    }

    private static MarkDetailRow Detail(EnrolmentRow stay, int session, string sourceCode)
    {
        var year = Domain.Attendance.AcademicYear.FromDate(TestCity.FirstMonday);
        return new()
        {
            Authority = stay.Authority,
            EnrolmentId = stay.EnrolmentId,
            AcademicYear = year.StartYear,
            Slot = year.SlotOf(TestCity.FirstMonday, Domain.Attendance.SchoolSession.Am) + session,
            SourceCode = sourceCode,
        };
    }

    private static TermRow Term(string name, DateOnly start, DateOnly end) => new()
    {
        Authority = TestHub.Authority,
        AcademicYear = start.Year,
        Name = name,
        StartDate = start,
        EndDate = end,
    };
}
