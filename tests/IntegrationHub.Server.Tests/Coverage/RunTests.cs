using Grpc.Core;
using IntegrationHub.Contracts.Coverage.V1;
using IntegrationHub.Domain;
using IntegrationHub.Server.Coverage;
using IntegrationHub.Server.Security;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Quartz;
using RunState = IntegrationHub.Contracts.Coverage.V1.RunState;

namespace IntegrationHub.Server.Tests.Coverage;

/// <summary>Runs: what is recorded of them, who may start one, and what a crash leaves behind.</summary>
public sealed class RunTests : CoverageFixture
{
    [Fact]
    public async Task Coverage_BeforeAnyRun_SaysHowToMakeOne()
    {
        var refused = await Should.ThrowAsync<RpcException>(async () => await Coverage.GetCoverageAsync(new()));
        refused.Status.Detail.ShouldContain("RunReconciliation");
        await Coverage.GetCoverageAsync(new()).ShouldBeRefusedAsync(StatusCode.FailedPrecondition, Reason.NoCompleteRun);
        await Coverage.ListFlagsAsync(new()).ShouldBeRefusedAsync(StatusCode.FailedPrecondition, Reason.NoCompleteRun);
        await Coverage.GetCoverageAsync(new() { RunId = 7 }).ShouldBeRefusedAsync(StatusCode.NotFound, Reason.RunUnknown);
    }

    [Fact]
    public async Task Run_OnDemand_IsRecorded()
    {
        City.AddChronicallyAbsent();
        City.Attend(City.Enrol(City.AddPupil(home: "850")), 0, 60);
        var run = await RunAsync();
        (run.State, run.Trigger, run.AsOfDate, run.Children).ShouldBe((RunState.Complete, "DEMAND", Day(Today), 2));
        (run.WindowStart, run.WindowEnd).ShouldBe((Day(new(2021, 8, 1)), Day(Today)));
        (await Coverage.ListRunsAsync(new())).Runs.ShouldBe([run]);
        await using var context = Hub.Database.CreateReadContext();
        var children = await context.RunChildren.OrderBy(x => x.PupilId).Select(x => x.CoverageClass).ToListAsync();
        children.ShouldBe(["NOT_KNOWN", "OTHER_AUTHORITY"], "no source is required, so nobody was asked");
    }

    [Fact]
    public async Task Run_ForTomorrow_IsRefused() =>
        await Coverage.RunReconciliationAsync(new() { AsOfDate = Day(Today.AddDays(1)) })
            .ShouldBeRefusedAsync(StatusCode.InvalidArgument, Reason.DateInFuture);

    [Fact]
    public async Task Runs_AskedForAtOnce_AreOneForTheSameDate()
    {
        for (var i = 0; i < 200; i++)
            City.AddChronicallyAbsent();
        await City.SaveAsync();
        var service = Hub.Service<ReconciliationService>();
        var caller = Caller.Hub(TestHub.Authority);
        Task<ReconciliationRunRow>[] asked =
        [
            service.RunAsync(caller, Today, RunTrigger.Demand, default),
            service.RunAsync(caller, Today, RunTrigger.Demand, default),
            service.RunAsync(caller, null, RunTrigger.Schedule, default),
            service.RunAsync(caller, Today.AddDays(-1), RunTrigger.Demand, default),
        ];
        var runs = await Task.WhenAll(asked);
        runs.Select(x => x.RunId).Distinct().Count().ShouldBe(2);
        (await Coverage.ListRunsAsync(new())).Runs.Select(x => x.AsOfDate).ShouldBe([Day(Today.AddDays(-1)), Day(Today)]);
    }

    [Fact]
    public async Task Run_GivenUpByItsCaller_GoesOn()
    {
        City.AddChronicallyAbsent();
        await City.SaveAsync();
        using var impatient = new CancellationTokenSource();
        var service = Hub.Service<ReconciliationService>();
        var run = service.RunAsync(Caller.Hub(TestHub.Authority), null, RunTrigger.Demand, impatient.Token);
        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(run);
        (await RunAsync()).State.ShouldBe(RunState.Complete);
        (await Coverage.ListRunsAsync(new())).Runs.ShouldAllBe(x => x.State == RunState.Complete);
    }

    [Fact]
    public async Task Run_BrokenOffByACrash_IsFailedAfterTheRestart()
    {
        await Hub.WriteAsync(context => context.Add(new ReconciliationRunRow
        {
            Authority = TestHub.Authority,
            AsOfDate = Today,
            Trigger = "SCHEDULE",
            State = Storage.Model.RunState.Running,
            StartTime = Clock.Now.UtcDateTime,
            WindowStart = Today,
            WindowEnd = Today,
            Settings = "{}",
        }));
        await Hub.Service<ReconciliationRuns>().AbandonAsync(default);
        var run = (await Coverage.ListRunsAsync(new())).Runs.ShouldHaveSingleItem();
        (run.State, run.EndTime.ToDateTimeOffset()).ShouldBe((RunState.Failed, Clock.Now));
        await Coverage.GetCoverageAsync(new() { RunId = run.RunId }).ShouldBeRefusedAsync(StatusCode.FailedPrecondition, Reason.NoCompleteRun);
    }

    [Fact]
    public async Task NightlyJob_Fired_JudgesToday()
    {
        await using var hub = await TestHub.StartAsync(options => options.Reconciliation.Schedule = "0 30 2 * * ?", Clock);
        var scheduler = await hub.Service<ISchedulerFactory>().GetScheduler();
        var done = new Executed();
        scheduler.ListenerManager.AddJobListener(done);
        await scheduler.TriggerJob(NightlyReconciliationJob.Key);
        (await done.Task.WaitAsync(TimeSpan.FromMinutes(1))).ShouldBeNull();
        var runs = (await new CoverageService.CoverageServiceClient(hub.Channel).ListRunsAsync(new())).Runs;
        (runs.ShouldHaveSingleItem().Trigger, runs[0].AsOfDate, runs[0].State).ShouldBe(("SCHEDULE", Day(Today), RunState.Complete));
    }

    [Theory]
    [InlineData(7, 0)]
    [InlineData(9, 1)]
    public async Task Hub_OffAtTheHour_MakesUpForTheNightWhenItStarts(int hoursLater, int expected)
    {
        var folder = Path.Combine(Path.GetTempPath(), "hub-test-" + Guid.NewGuid().ToString("N"));
        await using (var before = await TestHub.StartAsync(null, Clock, folder))
            await new CoverageService.CoverageServiceClient(before.Channel).RunReconciliationAsync(new());
        Clock.Now = Clock.Now.AddHours(hoursLater);
        await using (var after = await TestHub.StartAsync(options => options.Reconciliation.Schedule = "0 30 2 * * ?", Clock, folder))
        {
            // The run that makes up for the night, if there is one, ends before another is begun.
            var coverage = new CoverageService.CoverageServiceClient(after.Channel);
            await coverage.RunReconciliationAsync(new() { AsOfDate = Day(Today.AddDays(-1)) });
            (await coverage.ListRunsAsync(new())).Runs.Count(x => x.Trigger == "SCHEDULE").ShouldBe(expected);
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Pages_OfRuns_AreNewestFirst()
    {
        for (var i = 0; i < 3; i++)
            await RunAsync();
        var first = await Coverage.ListRunsAsync(new() { PageSize = 2 });
        var rest = await Coverage.ListRunsAsync(new() { PageSize = 2, PageToken = first.NextPageToken });
        first.Runs.Concat(rest.Runs).Select(x => x.RunId).ShouldBe([3, 2, 1]);
        rest.NextPageToken.ShouldBeEmpty();
    }

    /// <summary>Ends when a job has been executed, with its fault if it had one.</summary>
    private sealed class Executed : IJobListener
    {
        private readonly TaskCompletionSource<JobExecutionException?> _executed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Name => "executed";

        public Task<JobExecutionException?> Task => _executed.Task;

        public ValueTask JobWasExecuted(
            IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default)
        {
            _executed.TrySetResult(jobException);
            return default;
        }
    }
}
