using IntegrationHub.Storage.Model;
using IntegrationHub.Storage.Rebuild;

namespace IntegrationHub.Server.Tests.Rebuild;

/// <summary>What came once is applied again as it was taken then; when that cannot be, the old tables stay.</summary>
[Trait("Engine", "sqlite")]
public sealed class ReplayTests(TownFixture town) : IClassFixture<TownFixture>
{
    [Fact]
    public async Task Rebuild_UnderStricterSettings_ObeysWhatWasDecidedThen()
    {
        using var hub = town.Copy();
        (await hub.RebuildAsync(check: true, configure: options =>
        {
            options.Feeds.SnapshotGuardShare = 0;
            options.Feeds.SnapshotGuardLeast = 0;
            options.Feeds.MaxRecords = 1;
            options.Feeds.MaxSubmissionBytes = 1;
            options.Registers.MaxMarks = 1;
        })).IsEqual.ShouldBeTrue();
    }

    [Fact]
    public async Task Rebuild_UnderSettingsThatHoldNothing_HoldsWhatWasHeldThen()
    {
        using var hub = town.Copy();
        (await hub.RebuildAsync(check: true, configure: options => options.Feeds.SnapshotGuardLeast = int.MaxValue)).IsEqual.ShouldBeTrue();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task Rebuild_InTransactionsOfAnySize_GivesTheSame(int submissions)
    {
        using var hub = town.Copy();
        (await hub.RebuildAsync(check: true, configure: options =>
        {
            options.Journal = new() { MaxGroupSubmissions = submissions };
            options.Fold = new() { MaxRegisters = submissions };
        })).IsEqual.ShouldBeTrue();
    }

    [Fact]
    public async Task Rebuild_OfARowThatCannotBeRead_NamesItAndChangesNothing()
    {
        using var hub = town.Copy();
        hub.Execute($"update journal set payload = x'FFFF' where position = (select max(position) from journal where feed = {(int)Feed.Roll})");

        var error = await Should.ThrowAsync<ReplayException>(() => hub.RebuildAsync());

        (error.Feed, error.Reason).ShouldBe((Feed.Roll, "InvalidProtocolBufferException"));
        error.Message.ShouldContain($"Position {error.Position} (Roll)");
        await ShouldServeAsync(hub);
    }

    [Fact]
    public async Task Rebuild_OfARowThatIsRefusedNow_NamesTheReason()
    {
        using var hub = town.Copy();
        hub.Execute($"delete from submission where position = (select min(position) from journal where feed = {(int)Feed.Schools})");
        hub.Execute($"delete from journal where position = (select min(position) from journal where feed = {(int)Feed.Roll})");
        (await Should.ThrowAsync<ReplayException>(() => hub.RebuildAsync())).Reason.ShouldBe("InvalidOperationException");

        using var other = town.Copy();
        other.Execute($"delete from journal where position = (select min(position) from journal where feed = {(int)Feed.Roll})");
        var error = await Should.ThrowAsync<ReplayException>(() => other.RebuildAsync());
        error.Reason.ShouldBe(Domain.Reason.SnapshotUnknown);
        await ShouldServeAsync(other);
    }

    [Fact]
    public async Task Rebuild_OfAFeedOfANewerHub_SaysSo()
    {
        using var hub = town.Copy();
        hub.Execute("update journal set feed = 99 where position = 1");
        (await Should.ThrowAsync<ReplayException>(() => hub.RebuildAsync())).Message.ShouldContain("a newer hub wrote it");
    }

    [Fact]
    public async Task Rebuild_WithoutSpace_SaysHowMuchItNeeds()
    {
        using var hub = town.Copy();
        (await Should.ThrowAsync<IOException>(() => hub.RebuildAsync(freeBytes: _ => 5_000_000))).Message.ShouldContain("5 MB free");
        await ShouldServeAsync(hub);
    }

    [Fact]
    public async Task Rebuild_OverWhatAKilledOneLeft_BeginsAgain()
    {
        using var hub = town.Copy();
        foreach (var left in (string[])["hub.db.new", "hub.db.new-wal", "hub.db.new-shm"])
            File.WriteAllText(hub.File(left), "left over");
        (await hub.RebuildAsync()).IsEqual.ShouldBeTrue();
        await ShouldServeAsync(hub);
    }

    private static async Task ShouldServeAsync(StoppedHub stopped)
    {
        await using (var hub = await TownFixture.StartAsync(stopped.Path))
            (await new TownSender(hub).RegisterAsync(TownRegisters.Resent)).Accepted.Duplicate.ShouldBeTrue();
        File.Exists(stopped.File("hub.db.new")).ShouldBeFalse();
    }
}
