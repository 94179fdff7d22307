using IntegrationHub.Contracts.Feed.V1;

namespace IntegrationHub.Client.Feeds;

/// <summary>The way of submissions into the window: straight, or over the spool on disk.</summary>
internal interface IFeedInlet<T> : IDisposable
    where T : class
{
    /// <summary>How many submissions were taken and are not settled.</summary>
    int Count { get; }

    /// <summary>The highest sequence of a submission that was taken.</summary>
    long LastSequence { get; }

    /// <summary>Takes a submission, waiting while there is no room. It is not safe before <see cref="SecureAsync"/>.</summary>
    ValueTask AddAsync(T submission, TaskCompletionSource<FeedReceipt>? waiter, CancellationToken cancellationToken);

    /// <summary>Returns when what was added is as safe as this inlet makes it.</summary>
    ValueTask SecureAsync(CancellationToken cancellationToken);

    /// <summary>Nothing more will come.</summary>
    void Complete();

    /// <summary>The hub has accepted the feed for the first time: sequences are known from now on.</summary>
    void Begin(long watermark);

    /// <summary>Moves submissions into the window until there will be no more.</summary>
    Task FeedAsync(CancellationToken stop);

    /// <summary>The application has the outcome of everything up to a sequence.</summary>
    void Settle(long sequence);

    /// <summary>The feed has ended: those who wait get the failure, and so does everybody who comes.</summary>
    void Fail(Exception failure);
}
