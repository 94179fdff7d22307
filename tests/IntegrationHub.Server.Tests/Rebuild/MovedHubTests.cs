using IntegrationHub.Contracts.Coverage.V1;

namespace IntegrationHub.Server.Tests.Rebuild;

/// <summary>A hub that was moved, or rebuilt, answers as the old one did.</summary>
[Trait("Engine", "sqlite")]
public sealed class MovedHubTests(TownFixture town) : IClassFixture<TownFixture>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Hub_MovedOrRebuilt_AnswersAsBefore(bool move)
    {
        using var old = town.Copy();
        using var made = move ? StoppedHub.Empty() : town.Copy();
        if (move)
        {
            await old.ExportAsync(old.File("j"));
            await made.ImportAsync(old.File("j"));
        }
        else
        {
            await made.RebuildAsync();
        }
        (await AnswersAsync(made)).ShouldBe(await AnswersAsync(old));
    }

    [Fact]
    public async Task Hub_Moved_TakesUpEveryWriterWhereItStood()
    {
        using var old = town.Copy();
        using var moved = StoppedHub.Empty();
        await old.ExportAsync(old.File("j"));
        await moved.ImportAsync(old.File("j"));

        await using var hub = await TownFixture.StartAsync(moved.Path);
        var sender = new TownSender(hub);
        var again = await sender.RegisterAsync(TownRegisters.Resent);
        (again.Accepted.Duplicate, again.Accepted.Position).ShouldBe((true, await PositionOfResentAsync(old)));
        await using (var feed = await hub.Client().OpenRegisterFeedAsync(new Client.FeedOptions { WriterId = "mis" }))
            feed.Watermark.ShouldBe(36);
        var next = await sender.RollChangeAsync(Roll.RollBuilder.NorthUrn, Roll.RollBuilder.Record("p1", Roll.RollBuilder.Upn(1), Roll.RollBuilder.Born.AddDays(1)));
        next.Accepted.Position.ShouldBe((await sender.Operations.ListFeedsAsync(new())).Position);
    }

    [Fact]
    public async Task Flags_AfterAMove_CarryWhatPeopleDid()
    {
        using var old = town.Copy();
        using var moved = StoppedHub.Empty();
        await old.ExportAsync(old.File("j"));
        await moved.ImportAsync(old.File("j"));

        await using var hub = await TownFixture.StartAsync(moved.Path);
        var coverage = new TownSender(hub).Coverage;
        var flags = (await coverage.ListFlagsAsync(new())).Flags;
        flags.ShouldContain(x => x.State == FlagState.Assigned && x.AssignedTo == Town.Assignee);
        var assigned = await coverage.GetFlagAsync(new() { FlagId = flags.First(x => x.State == FlagState.Assigned).FlagId });
        assigned.Events.Select(x => x.Kind).ShouldBe(["OPENED", "ASSIGNED"]);
        (await coverage.ListFlagsAsync(new() { States = { FlagState.Closed } })).Flags.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Export_OfAHubThatServes_GivesWhatItHoldsThen()
    {
        using var old = town.Copy();
        using var moved = StoppedHub.Empty();
        await using (var hub = await TownFixture.StartAsync(old.Path))
        {
            var sender = new TownSender(hub);
            await sender.RollChangeAsync(Roll.RollBuilder.SouthUrn, Roll.RollBuilder.Record("s9", Roll.RollBuilder.Upn(109)));
            var position = (await sender.Operations.ListFeedsAsync(new())).Position;
            (await old.ExportAsync(old.File("j"))).LastPosition.ShouldBe(position);
            (await sender.RollChangeAsync(Roll.RollBuilder.SouthUrn, Roll.RollBuilder.Record("s10", Roll.RollBuilder.Upn(110)))).Accepted.ShouldNotBeNull();
        }
        (await moved.ImportAsync(old.File("j")))["enrolment"].ShouldBe((await old.RebuildAsync(check: true)).Tables.Single(x => x.Table == "enrolment").RowsAfter - 1);
    }

    private static async Task<string> AnswersAsync(StoppedHub stopped)
    {
        await using var hub = await TownFixture.StartAsync(stopped.Path);
        var sender = new TownSender(hub);
        var run = await sender.ReconcileAsync();
        // When a run was made is the one thing that may differ.
        (run.StartTime, run.EndTime) = (null, null);
        var answers = new object[]
        {
            run,
            await sender.Coverage.GetCoverageAsync(new() { RunId = run.RunId - 1 }),
            (await sender.Coverage.GetCoverageAsync(new())).Coverage,
            await sender.Coverage.ListFlagsAsync(new()),
            await sender.Operations.ListFeedsAsync(new()),
            await sender.Operations.ListHeldSnapshotsAsync(new()),
            await new Contracts.Attendance.V1.AttendanceService.AttendanceServiceClient(hub.Channel).SummariseAttendanceAsync(new()
            {
                Window = new() { StartDate = Roll.RollBuilder.Date(new(2021, 9, 1)), EndDate = Roll.RollBuilder.Date(Town.EndOfTerm) },
            }),
        };
        return string.Join('\n', answers);
    }

    private static async Task<long> PositionOfResentAsync(StoppedHub stopped)
    {
        await using var hub = await TownFixture.StartAsync(stopped.Path);
        return (await new TownSender(hub).RegisterAsync(TownRegisters.Resent)).Accepted.Position;
    }
}
