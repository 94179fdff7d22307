namespace IntegrationHub.Server.Feeds;

/// <summary>A stream as its neighbours see it, whatever it carries.</summary>
internal interface IFeedSession
{
    /// <summary>The epoch of its opening: of two streams of one writer the one with the larger counts.</summary>
    long Epoch { get; }

    void Supersede();

    void Drain();
}
