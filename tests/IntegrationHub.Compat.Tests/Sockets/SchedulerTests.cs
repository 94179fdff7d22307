using Pipelines.Sockets.Unofficial;

namespace IntegrationHub.Compat.Tests.Sockets;

public class SchedulerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Schedule_RunsOnAThreadOfItsOwn()
    {
        using var scheduler = new DedicatedThreadPoolPipeScheduler("own", workerCount: 2);
        var ran = new TaskCompletionSource<(string?, bool, object?)>();

        scheduler.Schedule(
            state => ran.SetResult((Thread.CurrentThread.Name, Thread.CurrentThread.IsThreadPoolThread, state)), "state");

        var (name, pooled, state) = await ran.Task.WaitAsync(Patience);
        name!.ShouldStartWith("own");
        pooled.ShouldBeFalse();
        state.ShouldBe("state");
        (scheduler.WorkerCount, scheduler.TotalServicedByQueue, scheduler.TotalServicedByPool).ShouldBe((2, 1, 0));
    }

    [Fact]
    public async Task Schedule_WithALongQueue_GoesToTheThreadPool()
    {
        using var scheduler = new DedicatedThreadPoolPipeScheduler("busy", workerCount: 1, useThreadPoolQueueLength: 1);
        using var gate = new ManualResetEventSlim();
        var (started, queued) = (new TaskCompletionSource(), new TaskCompletionSource());
        var pooled = new TaskCompletionSource<bool>();

        scheduler.Schedule(_ =>
        {
            started.SetResult();
            gate.Wait(Patience);
        }, null);
        await started.Task.WaitAsync(Patience);
        scheduler.Schedule(_ => queued.SetResult(), null);
        scheduler.Schedule(_ => pooled.SetResult(Thread.CurrentThread.IsThreadPoolThread), null);

        (await pooled.Task.WaitAsync(Patience)).ShouldBeTrue();
        scheduler.TotalServicedByPool.ShouldBe(1);
        scheduler.AvailableCount.ShouldBe(0);
        queued.Task.IsCompleted.ShouldBeFalse();
        gate.Set();
        await queued.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task Schedule_AfterDispose_StillRuns()
    {
        var scheduler = new DedicatedThreadPoolPipeScheduler();
        scheduler.Dispose();
        var ran = new TaskCompletionSource();

        scheduler.Schedule(_ => ran.SetResult(), null);

        await ran.Task.WaitAsync(Patience);
    }
}
