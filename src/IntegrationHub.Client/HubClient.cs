using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using IntegrationHub.Client.Feeds;
using IntegrationHub.Contracts.Casework.V1;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Contracts.Roll.V1;

namespace IntegrationHub.Client;

/// <summary>A hub, as one calling system sees it: opens feeds, and lends the invoker for every other call.</summary>
/// <remarks>It holds no connection of its own beyond the channel's, is safe to share, and needs no disposal; the channel stays its owner's.</remarks>
public sealed class HubClient
{
    private const string SystemKey = "hub-system";

    private readonly TimeProvider _timeProvider;

    /// <summary>Creates a client over a channel.</summary>
    public HubClient(GrpcChannel channel, HubClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(channel);
        options ??= new HubClientOptions();
        _timeProvider = options.TimeProvider;
        System = options.System;
        Invoker = options.System is { } system ? channel.Intercept(metadata => Named(metadata, system)) : channel.CreateCallInvoker();
    }

    /// <summary>The calling system's name, or null.</summary>
    public string? System { get; }

    /// <summary>Calls in this system's name. Hand it to a generated client: <c>new AttendanceService.AttendanceServiceClient(hub.Invoker)</c>.</summary>
    public CallInvoker Invoker { get; }

    /// <summary>
    /// Opens a feed of registers. Returns when the hub has accepted it; until then it tries again as it would after a break. With a spool it returns at
    /// once, and a hub that refuses the writer is told of by the next call on the feed.
    /// </summary>
    /// <exception cref="FeedException">The hub refuses the writer, or the spool cannot be used.</exception>
    public Task<FeedWriter<RegisterSubmission>> OpenRegisterFeedAsync(FeedOptions options, CancellationToken cancellationToken = default) =>
        OpenAsync(RegisterFeed.Over(Invoker), options, cancellationToken);

    /// <summary>Opens a feed of rolls. Otherwise as <see cref="OpenRegisterFeedAsync"/>.</summary>
    /// <exception cref="FeedException">The hub refuses the writer.</exception>
    public Task<FeedWriter<RollSubmission>> OpenRollFeedAsync(FeedOptions options, CancellationToken cancellationToken = default) =>
        OpenAsync(RollFeed.Over(Invoker), options, cancellationToken);

    /// <summary>Opens a feed of case records. Otherwise as <see cref="OpenRegisterFeedAsync"/>.</summary>
    /// <exception cref="FeedException">The hub refuses the writer.</exception>
    public Task<FeedWriter<CaseSubmission>> OpenCaseworkFeedAsync(FeedOptions options, CancellationToken cancellationToken = default) =>
        OpenAsync(CaseworkFeed.Over(Invoker), options, cancellationToken);

    private Task<FeedWriter<T>> OpenAsync<T>(FeedProtocol<T> protocol, FeedOptions options, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrEmpty(options.WriterId);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.SpoolLimit);
        return FeedWriter<T>.OpenAsync(protocol, options, _timeProvider, cancellationToken);
    }

    private static Metadata Named(Metadata metadata, string system)
    {
        metadata.Add(SystemKey, system);
        return metadata;
    }
}
