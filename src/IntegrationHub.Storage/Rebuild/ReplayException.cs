using IntegrationHub.Storage.Model;

namespace IntegrationHub.Storage.Rebuild;

/// <summary>A journal row that was applied when it came, and cannot be applied again. Its message holds no personal data.</summary>
/// <param name="position">Where in the journal.</param>
/// <param name="feed">What the row is a statement about.</param>
/// <param name="reason">A reason from the catalogue, or the kind of fault.</param>
public sealed class ReplayException(long position, Feed feed, string reason, Exception? innerException = null)
    : Exception($"Position {position} ({feed}) of the journal cannot be applied again: {reason}. Nothing was changed.", innerException)
{
    public long Position => position;

    public Feed Feed => feed;

    public string Reason => reason;
}
