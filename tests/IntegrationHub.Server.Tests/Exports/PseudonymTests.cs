using System.Text;
using IntegrationHub.Contracts.Export.V1;
using IntegrationHub.Domain;
using IntegrationHub.Server.Tests.Rebuild;

namespace IntegrationHub.Server.Tests.Exports;

/// <summary>Nobody can be told by a pseudonymised export, and a child stays the same child in it.</summary>
public sealed class PseudonymTests(TownFixture town) : IClassFixture<TownFixture>, IDisposable
{
    private static readonly ExportedTable[] Tables = [.. Enum.GetValues<ExportedTable>().Where(x => x != ExportedTable.Unspecified)];

    private readonly StoppedHub _copy = town.Copy();

    private string KeyFile => _copy.File("pseudonym.key");

    public void Dispose() => _copy.Dispose();

    [Fact]
    public async Task Bytes_HoldNoIdentifierNameOrDateOfBirthOfTheTown()
    {
        await using var hub = await TownFixture.StartAsync(_copy.Path);
        await using var context = hub.Database.CreateReadContext();
        string[] secrets =
        [
            .. context.PupilIdentifiers.Where(x => x.Scheme != "MIS").Select(x => x.Value),
            .. context.Pupils.AsEnumerable().SelectMany(x => new[] { x.Forename, x.Surname, $"{x.DateOfBirth:yyyy-MM-dd}", $"{x.DateOfBirth:dd/MM/yyyy}" }),
            Town.Assignee, "Telephoned", "office",
        ];
        var misIds = context.Enrolments.Select(x => x.MisPupilId).ToHashSet();

        secrets.ShouldContain(Roll.RollBuilder.Upn(5));
        misIds.ShouldContain("p5");
        foreach (var table in Tables)
        {
            var taken = await new ExportDesk(hub).TakeAsync(table);
            taken.Rows.ShouldNotBeEmpty();
            foreach (var secret in secrets.Distinct())
                taken.Bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)).ShouldBe(-1, $"{table} holds {secret}");
            taken.Rows.SelectMany(x => x.Values).ShouldAllBe(x => !misIds.Contains(x));
            taken.Header.Columns.Select(x => x.ColumnName).ShouldNotContain(x => x.EndsWith("_id", StringComparison.Ordinal));
            taken.Header.Columns.ShouldAllBe(x => x.Forms.Contains(ExportForm.Pseudonymised));
        }
    }

    [Fact]
    public async Task Child_HasOnePseudonym_InEveryTableAndAfterARestart()
    {
        IReadOnlyDictionary<long, string> before;
        await using (var hub = await TownFixture.StartAsync(_copy.Path))
        {
            before = await PseudonymsAsync(hub);
            before.Count.ShouldBeGreaterThan(30);
            before.Values.Distinct().Count().ShouldBe(before.Count);
            var flags = await new ExportDesk(hub).TakeAsync(ExportedTable.Flags);
            flags.Column("pupil_pseudonym").Order().ShouldBe((await FlaggedAsync(hub)).Select(x => before[x]).Order());
            foreach (var table in Tables)
                (await new ExportDesk(hub).TakeAsync(table)).Column("pupil_pseudonym").ShouldBeSubsetOf(before.Values);
        }
        await using (var hub = await TownFixture.StartAsync(_copy.Path))
            (await PseudonymsAsync(hub)).ShouldBe(before, ignoreOrder: true);
    }

    [Fact]
    public async Task SameRequest_GivesTheSameBytes_InThePseudonymsOrder()
    {
        await using var hub = await TownFixture.StartAsync(_copy.Path);
        var desk = new ExportDesk(hub);
        foreach (var table in Tables)
            (await desk.TakeAsync(table)).Bytes.ShouldBe((await desk.TakeAsync(table)).Bytes);
        var north = await desk.TakeAsync(ExportedTable.Enrolments, x => x.SchoolLaestab = $"{Roll.RollBuilder.North}");
        north.Column("enrolment_pseudonym").ShouldBe(north.Column("enrolment_pseudonym").Order(StringComparer.Ordinal));
        north.Column("enrolment_pseudonym").ShouldAllBe(x => System.Text.RegularExpressions.Regex.IsMatch(x, "^e[0-9a-f]{32}$"));
    }

    [Fact]
    public async Task AnotherKeyOrAuthority_GivesOtherPseudonyms()
    {
        await using var hub = await TownFixture.StartAsync(_copy.Path);
        var first = await PseudonymsAsync(hub);
        var key = await File.ReadAllBytesAsync(KeyFile);
        File.Delete(KeyFile);
        (await PseudonymsAsync(hub)).Values.ShouldNotContain(x => first.Values.Contains(x));
        await File.WriteAllBytesAsync(KeyFile, key);
        (await PseudonymsAsync(hub)).ShouldBe(first, ignoreOrder: true);

        static string Of(byte[] key, string authority) => Encoding.ASCII.GetString(new Server.Exports.Pseudonyms(key, authority).OfPupil(1));
        Of(key, "851").ShouldNotBe(Of(key, "852"));
        Of(key, "851").ShouldBe(first[1]);
    }

    [Fact]
    public async Task Key_IsItsOwnersAlone_AndNotInTheDatabase()
    {
        await using var hub = await TownFixture.StartAsync(_copy.Path);
        File.Exists(KeyFile).ShouldBeFalse();
        await new ExportDesk(hub).TakeAsync(ExportedTable.Enrolments);

        var key = await File.ReadAllBytesAsync(KeyFile);
        key.Length.ShouldBe(32);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(KeyFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        foreach (var file in Directory.GetFiles(_copy.Path, "hub.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var content = new byte[stream.Length];
            await stream.ReadExactlyAsync(content);
            content.AsSpan().IndexOf(key).ShouldBe(-1, file);
        }
    }

    [Fact]
    public async Task Key_CutShortOrOpenToOthers_IsRefused_AndStaysAsItIs()
    {
        await using var hub = await TownFixture.StartAsync(_copy.Path);
        var desk = new ExportDesk(hub);
        await File.WriteAllBytesAsync(KeyFile, new byte[31]);
        await ShouldBeRefusedAsync();
        if (OperatingSystem.IsWindows())
            return;
        await File.WriteAllBytesAsync(KeyFile, new byte[32]);
        File.SetUnixFileMode(KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        await ShouldBeRefusedAsync();
        File.SetUnixFileMode(KeyFile, UnixFileMode.UserRead);
        (await desk.TakeAsync(ExportedTable.Enrolments)).Rows.ShouldNotBeEmpty();

        async Task ShouldBeRefusedAsync()
        {
            var refused = await Should.ThrowAsync<Grpc.Core.RpcException>(() => desk.TakeAsync(ExportedTable.Enrolments));
            (refused.StatusCode, refused.ReasonOf()).ShouldBe((Grpc.Core.StatusCode.FailedPrecondition, Reason.PseudonymKeyUnusable));
            (await desk.IdentifiedAsync(ExportedTable.Enrolments)).Rows.ShouldNotBeEmpty();
        }
    }

    /// <summary>Which pseudonym each child has, by what else the two forms of a table say of an enrolment.</summary>
    private static async Task<IReadOnlyDictionary<long, string>> PseudonymsAsync(TestHub hub)
    {
        var pseudonyms = new Dictionary<long, string>();
        await using var context = hub.Database.CreateReadContext();
        var numbers = context.Pupils.Select(x => x.PupilId).ToHashSet();
        var key = await TakeKeyAsync(hub);
        var taken = (await new ExportDesk(hub).TakeAsync(ExportedTable.Enrolments)).Column("pupil_pseudonym").ToHashSet();
        foreach (var number in numbers)
        {
            var pseudonym = Encoding.ASCII.GetString(new Server.Exports.Pseudonyms(key, TestHub.Authority).OfPupil(number));
            if (taken.Remove(pseudonym))
                pseudonyms[number] = pseudonym;
        }
        taken.ShouldBeEmpty();
        return pseudonyms;
    }

    private static async Task<byte[]> TakeKeyAsync(TestHub hub)
    {
        await new ExportDesk(hub).TakeAsync(ExportedTable.Enrolments);
        return await File.ReadAllBytesAsync(Path.Combine(hub.FolderPath, "pseudonym.key"));
    }

    private static async Task<IEnumerable<long>> FlaggedAsync(TestHub hub) =>
        (await new ExportDesk(hub).IdentifiedAsync(ExportedTable.Flags)).Rows.Select(x => x.Number("pupil_id"));
}
