using System.Collections.Concurrent;
using IntegrationHub.Storage.Journal;
using Microsoft.Extensions.Hosting;

namespace IntegrationHub.Server.Feeds;

/// <summary>
/// The streams open in this process. The epoch in the database is what fences an older stream off; this only lets it know at once
/// instead of at its next submission, and tells all of them when the hub closes.
/// </summary>
internal sealed class FeedSessions : IDisposable
{
    private readonly ConcurrentDictionary<WriterKey, IFeedSession> _sessions = new();
    private readonly CancellationTokenRegistration _stopping;
    private volatile bool _draining;

    public FeedSessions(IHostApplicationLifetime lifetime) => _stopping = lifetime.ApplicationStopping.Register(DrainAll);

    /// <summary>Whether the hub is about to close: it takes on no further streams.</summary>
    public bool Draining => _draining;

    /// <summary>
    /// Puts a stream in the place of an older one of the same writer, and takes it out when disposed. Two openings may arrive here
    /// in the other order than they got their epochs.
    /// </summary>
    public IDisposable Enter(WriterKey writer, IFeedSession session)
    {
        IFeedSession? older = null;
        _sessions.AddOrUpdate(writer, session, (_, present) =>
        {
            older = present.Epoch < session.Epoch ? present : session;
            return present.Epoch < session.Epoch ? session : present;
        });
        older?.Supersede();
        // The hub may have begun to close since the stream asked; it was not among those that were told.
        if (_draining)
            session.Drain();
        return new Stay(() => _sessions.TryRemove(KeyValuePair.Create(writer, session)));
    }

    public void Dispose() => _stopping.Dispose();

    private void DrainAll()
    {
        _draining = true;
        foreach (var session in _sessions.Values)
            session.Drain();
    }

    private sealed class Stay(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
