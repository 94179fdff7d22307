using IntegrationHub.Contracts.Feed.V1;

namespace IntegrationHub.Client.Feeds;

/// <summary>What the three feeds differ in, for one kind of submission.</summary>
internal abstract class FeedProtocol<T>
    where T : class
{
    public abstract string IdOf(T submission);

    public abstract FeedConnection<T> Connect(string writerId, CancellationToken cancellationToken);

    /// <summary>
    /// The receipt of a submission that the hub has settled and whose receipt was lost with the connection, asked for by the unary twin, which
    /// answers a known submission id with its first outcome. Null where the twin does not carry such a submission.
    /// </summary>
    public abstract Task<FeedReceipt?> FindReceiptAsync(string writerId, T submission, CancellationToken cancellationToken);
}
