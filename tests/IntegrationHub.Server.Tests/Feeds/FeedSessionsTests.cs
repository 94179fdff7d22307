using IntegrationHub.Server.Feeds;
using Microsoft.Extensions.Hosting;

namespace IntegrationHub.Server.Tests.Feeds;

/// <summary>Streams that get their epochs in one order and are registered in the other.</summary>
public sealed class FeedSessionsTests : IDisposable
{
    private readonly Lifetime _lifetime = new();
    private readonly FeedSessions _sessions;

    public FeedSessionsTests() => _sessions = new(_lifetime);

    [Fact]
    public void NewerAfterOlder_SupersedesTheOlder()
    {
        var (older, newer) = (new Session(1), new Session(2));
        _sessions.Enter(default, older);
        _sessions.Enter(default, newer);
        (older.Superseded, newer.Superseded).ShouldBe((true, false));
    }

    [Fact]
    public void OlderAfterNewer_SupersedesTheOlder()
    {
        var (older, newer) = (new Session(1), new Session(2));
        _sessions.Enter(default, newer);
        _sessions.Enter(default, older);
        (older.Superseded, newer.Superseded).ShouldBe((true, false));
    }

    [Fact]
    public void OlderThatLeaves_TakesNobodyElseAway()
    {
        var (older, newer, newest) = (new Session(1), new Session(2), new Session(3));
        var stay = _sessions.Enter(default, older);
        _sessions.Enter(default, newer);
        stay.Dispose();
        _sessions.Enter(default, newest);
        newer.Superseded.ShouldBeTrue();
    }

    [Fact]
    public void EnteredWhileTheHubCloses_IsToldToo()
    {
        _lifetime.StopApplication();
        var late = new Session(1);
        _sessions.Enter(default, late);
        (late.Drained, _sessions.Draining).ShouldBe((true, true));
    }

    public void Dispose()
    {
        _sessions.Dispose();
        _lifetime.Dispose();
    }

    private sealed class Session(long epoch) : IFeedSession
    {
        public long Epoch => epoch;

        public bool Superseded { get; private set; }

        public bool Drained { get; private set; }

        public void Supersede() => Superseded = true;

        public void Drain() => Drained = true;
    }

    private sealed class Lifetime : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource _stopping = new();

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => _stopping.Token;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => _stopping.Cancel();

        public void Dispose() => _stopping.Dispose();
    }
}
