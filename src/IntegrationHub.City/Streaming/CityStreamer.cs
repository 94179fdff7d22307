using Google.Protobuf.Collections;
using Grpc.Core;
using Grpc.Net.Client;
using IntegrationHub.Client;
using IntegrationHub.Contracts.Casework.V1;
using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Contracts.Roll.V1;

namespace IntegrationHub.City.Streaming;

/// <summary>Sends a load to a hub over real channels: rolls, then case records, then all the vendors' registers at once.</summary>
/// <remarks>
/// It may be killed and started again at any moment. Each writer asks where it stands and leaves out as many submissions as have their outcome; what
/// was under way when it died is sent again under the same ids and counts once.
/// </remarks>
/// <param name="load">What to send.</param>
/// <param name="openChannel">Opens a channel for a calling system. Each feed gets its own; the streamer disposes of it.</param>
/// <param name="timeProvider">The clock for progress and back-off.</param>
public sealed class CityStreamer(CityLoad load, Func<string, GrpcChannel> openChannel, TimeProvider? timeProvider = null)
{
    private static readonly TimeSpan ReportEvery = TimeSpan.FromMilliseconds(100);

    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;
    private readonly CityStreamResult _result = new();

    /// <summary>How long a writer goes on when the hub is silent. Null, the default, goes on for ever.</summary>
    public TimeSpan? GiveUpAfter { get; init; }

    /// <summary>Sends everything and waits for every receipt.</summary>
    /// <exception cref="FeedException">A feed has ended for good.</exception>
    /// <exception cref="InvalidOperationException">The hub did not take a school, a term or a source.</exception>
    public async Task<CityStreamResult> RunAsync(IProgress<CityProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        progress?.Report(new CityProgress(CityStage.Applying, 0, 0, load.Schools.Schools.Count));
        await ApplyOrCancelAsync(cancellationToken);
        await SendAllAsync(CityStage.Rolls, load.Rolls, (hub, options, stop) => hub.OpenRollFeedAsync(options, stop), ItemsOf, progress, cancellationToken);
        await SendAllAsync(CityStage.Cases, load.Cases, (hub, options, stop) => hub.OpenCaseworkFeedAsync(options, stop), ItemsOf, progress, cancellationToken);
        await SendAllAsync(
            CityStage.Registers, load.Registers, (hub, options, stop) => hub.OpenRegisterFeedAsync(options, stop), register => register.Marks.Count, progress, cancellationToken);
        long marks = load.Registers.Sum(feed => feed.Items);
        progress?.Report(new CityProgress(CityStage.Done, marks, marks, marks));
        return _result;
    }

    private static int ItemsOf(RollSubmission roll) => roll.Records?.Records.Count ?? 0;

    private static int ItemsOf(CaseSubmission records) => records.Records?.Records.Count ?? 0;

    // A call that is cancelled says so in gRPC's own words; whoever cancels expects the framework's.
    private async Task ApplyOrCancelAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ApplyAsync(cancellationToken);
        }
        catch (RpcException exception) when (exception.StatusCode == StatusCode.Cancelled && cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException("The sending was cancelled.", exception, cancellationToken);
        }
    }

    private async Task ApplyAsync(CancellationToken cancellationToken)
    {
        using GrpcChannel channel = openChannel(load.OperatorSystem);
        OperationsService.OperationsServiceClient operations = new(Hub(channel, load.OperatorSystem).Invoker);
        RequireAll("schools", (await operations.ApplySchoolsAsync(load.Schools, cancellationToken: cancellationToken)).RefusedItems);
        RequireAll("terms and closures", (await operations.ApplyCalendarAsync(load.Calendar, cancellationToken: cancellationToken)).RefusedItems);
        if (load.Sources is not null)
            RequireAll("sources", (await operations.ApplySourcesAsync(load.Sources, cancellationToken: cancellationToken)).RefusedItems);
    }

    private static void RequireAll(string what, RepeatedField<RefusedItem> refused)
    {
        if (refused.Count > 0)
            throw new InvalidOperationException($"The hub did not take all {what}: item {refused[0].ItemIndex}, {refused[0].Reason}. {refused[0].Detail}");
    }

    private async Task SendAllAsync<T>(
        CityStage stage,
        IReadOnlyList<CityFeed<T>> feeds,
        Func<HubClient, FeedOptions, CancellationToken, Task<FeedWriter<T>>> open,
        Func<T, int> itemsOf,
        IProgress<CityProgress>? progress,
        CancellationToken cancellationToken)
        where T : class
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        FeedMeter[] meters = [.. feeds.Select(_ => new FeedMeter())];
        Task[] sending = [.. feeds.Zip(meters, (feed, meter) => Task.Run(() => SendAsync(feed, meter, open, itemsOf, stop), CancellationToken.None))];
        Task all = Task.WhenAll(sending);

        long total = feeds.Sum(feed => feed.Items);
        while (!all.IsCompleted)
        {
            progress?.Report(new CityProgress(stage, meters.Sum(meter => meter.Sent), meters.Sum(meter => meter.Receipted), total));
            await Task.WhenAny(all, Task.Delay(ReportEvery, _timeProvider, CancellationToken.None));
        }

        // The first cause, not a feed that was stopped because of it.
        Task? cause = Array.Find(sending, task => task.IsFaulted);
        await (cause ?? all);
        progress?.Report(new CityProgress(stage, total, total, total));
    }

    private async Task SendAsync<T>(
        CityFeed<T> feed,
        FeedMeter meter,
        Func<HubClient, FeedOptions, CancellationToken, Task<FeedWriter<T>>> open,
        Func<T, int> itemsOf,
        CancellationTokenSource stop)
        where T : class
    {
        try
        {
            using GrpcChannel channel = openChannel(feed.System);
            FeedOptions options = new() { WriterId = feed.WriterId, GiveUpAfter = GiveUpAfter, OnReceipt = receipt => Receive(receipt, meter) };
            await using FeedWriter<T> writer = await open(Hub(channel, feed.System), options, stop.Token);
            SkipTo(writer.Watermark, feed, meter);
            foreach (T submission in feed.From(writer.Watermark))
            {
                meter.Send(itemsOf(submission));
                await writer.SendAsync(submission, stop.Token);
            }

            await writer.CompleteAsync(stop.Token);
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }
    }

    private void SkipTo<T>(long watermark, CityFeed<T> feed, FeedMeter meter)
        where T : class
    {
        long skipped = Math.Min(watermark, feed.Submissions);
        lock (_result)
            _result.Skipped += skipped;
        if (feed.Submissions > 0)
            meter.Skip(skipped * feed.Items / feed.Submissions);
    }

    private void Receive(FeedReceipt receipt, FeedMeter meter)
    {
        _result.Count(receipt);
        meter.Receive();
    }

    private HubClient Hub(GrpcChannel channel, string system) => new(channel, new HubClientOptions { System = system, TimeProvider = _timeProvider });
}
