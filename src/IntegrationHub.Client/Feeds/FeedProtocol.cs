namespace IntegrationHub.Client.Feeds;

/// <summary>What the three feeds differ in, for one kind of submission.</summary>
internal abstract class FeedProtocol<T>
    where T : class
{
    /// <summary>The feed's name, as a word.</summary>
    public abstract string Name { get; }

    public abstract string IdOf(T submission);

    public abstract byte[] BytesOf(T submission);

    public abstract T Parse(byte[] bytes);

    public abstract FeedConnection<T> Connect(string writerId, CancellationToken cancellationToken);
}
