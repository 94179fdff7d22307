namespace IntegrationHub.Server.Feeds;

/// <summary>A stream as its neighbours see it, whatever it carries.</summary>
internal interface IFeedSession
{
    void Supersede();

    void Drain();
}
