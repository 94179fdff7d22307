using IntegrationHub.Storage.Rebuild;
using IntegrationHub.Storage.Sqlite;

namespace IntegrationHub.Server.Tests.Rebuild;

/// <summary>A check names the table in which a row is not what the journal makes it, and changes nothing; a rebuild mends it.</summary>
[Trait("Engine", "sqlite")]
public sealed class RebuildCheckTests(TownFixture town) : IClassFixture<TownFixture>
{
    [Theory]
    [InlineData("school", "name = name || '!'")]
    [InlineData("school_urn", "close_date = '2022-02-02'")]
    [InlineData("school_state", "last_session_number = 1")]
    [InlineData("term", "half_term_start_date = '2021-10-25'")]
    [InlineData("closure", "kind = 'SNOW'")]
    [InlineData("school_opening", "end_date = '2022-02-02'")]
    [InlineData("snapshot", "open_count = open_count + 1")]
    [InlineData("held_record", "reason = 'OTHER'")]
    [InlineData("pupil", "restricted = 1 - restricted")]
    [InlineData("pupil_identifier", "to_position = 1")]
    [InlineData("enrolment", "year_group = null")]
    [InlineData("attendance_strip", "codes = zeroblob(length(codes))")]
    [InlineData("mark_change", "reason = 'Other'")]
    [InlineData("mark_detail", "minutes_late = 99")]
    [InlineData("held_mark", "reason = 'OTHER'")]
    [InlineData("case_source", "interval_days = interval_days + 1")]
    [InlineData("source_load", "record_count = 0")]
    [InlineData("source_person", "restricted = 1 - restricted")]
    [InlineData("match", "from_position = 0")]
    [InlineData("case_plan", "end_date = '2022-02-02'")]
    [InlineData("involvement", "lead = 1 - lead")]
    public async Task Check_OfAChangedRow_NamesItsTable(string table, string change)
    {
        using var hub = town.Copy();
        hub.Execute($"update \"{table}\" set {change} where rowid = (select min(rowid) from \"{table}\")");

        var report = await hub.RebuildAsync(check: true, examples: 3);

        var found = report.Tables.Where(x => !x.IsEqual).ShouldHaveSingleItem();
        (found.Table, found.OnlyBefore, found.OnlyAfter).ShouldBe((table, 1, 1));
        found.Examples.ShouldHaveSingleItem().Kind.ShouldBe(RowDifferenceKind.Changed);
        found.Examples[0].Columns.ShouldBe([change[..change.IndexOf(' ', StringComparison.Ordinal)]]);
        report.TookOver.ShouldBeFalse();
    }

    [Fact]
    public async Task Check_OfLostAndInventedRows_CountsThem()
    {
        using var hub = town.Copy();
        hub.Execute("delete from case_plan_subject where rowid = (select min(rowid) from case_plan_subject)");
        hub.Execute("insert into match (authority, source_id, source_person_id, pupil_id, rule, from_position) values ('851', 'x', 'y', 1, 'z', 1)");

        var tables = (await hub.RebuildAsync(check: true, examples: 3)).Tables;

        var lost = tables.Single(x => x.Table == "case_plan_subject");
        (lost.OnlyBefore, lost.OnlyAfter, lost.RowsAfter - lost.RowsBefore).ShouldBe((0, 1, 1));
        lost.Examples.ShouldHaveSingleItem().Kind.ShouldBe(RowDifferenceKind.OnlyAfter);
        var invented = tables.Single(x => x.Table == "match");
        (invented.OnlyBefore, invented.OnlyAfter).ShouldBe((1, 0));
        invented.Examples.ShouldHaveSingleItem().Key.ShouldHaveSingleItem().Column.ShouldBe("match_id");
        tables.Count(x => !x.IsEqual).ShouldBe(2);
    }

    [Fact]
    public async Task Check_ThenRebuild_MendsAndIsEqualAfterwards()
    {
        using var hub = town.Copy();
        hub.Execute("update pupil set surname = 'Nobody'");
        (await hub.RebuildAsync(check: true)).IsEqual.ShouldBeFalse();
        (await hub.RebuildAsync(check: true)).IsEqual.ShouldBeFalse("a check changes nothing");

        var rebuilt = await hub.RebuildAsync();

        (rebuilt.IsEqual, rebuilt.TookOver).ShouldBe((false, true));
        (await hub.RebuildAsync(check: true)).IsEqual.ShouldBeTrue();
        using var town2 = town.Copy();
        (await town2.CompareAsync(hub)).ShouldAllBe(x => x.IsEqual);
        Directory.GetFiles(hub.Path).Select(Path.GetFileName).ShouldBe(["hub.db", "hub.lock"], ignoreOrder: true);
    }

    [Fact]
    public async Task Rebuild_OfTablesThatCannotBeFoldedAnyMore_SaysSoAndMendsThem()
    {
        using var hub = town.Copy();
        hub.Execute("update attendance_strip set codes = x'00'");
        hub.Execute("update school_state set folded_position = 0");

        var report = await hub.RebuildAsync();

        report.UnfoldedSchools.ShouldNotBeEmpty();
        using var whole = town.Copy();
        (await whole.CompareAsync(hub)).ShouldAllBe(x => x.IsEqual);
    }

    [Fact]
    public async Task Rebuild_KeepsWhoMayReadTheFile()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var hub = town.Copy();
        File.SetUnixFileMode(hub.DatabaseFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        await hub.RebuildAsync();
        File.GetUnixFileMode(hub.DatabaseFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
    }

    [Fact]
    public async Task Rebuild_KeepsTheLastNumberOfRecordsThatAreGone()
    {
        using var hub = town.Copy();
        hub.Execute("delete from quarantined_submission");
        hub.Execute("update sqlite_sequence set seq = 4711 where name = 'quarantined_submission'");
        using var moved = StoppedHub.Empty();
        await hub.ExportAsync(hub.File("j"));
        await moved.ImportAsync(hub.File("j"));
        await hub.RebuildAsync();
        foreach (var made in (StoppedHub[])[hub, moved])
        {
            await using var database = await SqliteDatabase.OpenAsync(made.DatabaseFile, default);
            await using var snapshot = await database.BeginReadAsync(default);
            GivenNumbers.Read(snapshot.Context)["quarantined_submission"].ShouldBe(4711);
        }
    }
}
