namespace IntegrationHub.Client.Feeds;

/// <summary>What the three feeds differ in, for one kind of submission.</summary>
internal abstract class FeedProtocol<T>
    where T : class
{
    public abstract string IdOf(T submission);

    public abstract FeedConnection<T> Connect(string writerId, CancellationToken cancellationToken);
}
