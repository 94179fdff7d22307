using Grpc.Core;

namespace IntegrationHub.Compat.Tests.Server;

public class ServerCallContextTests
{
    private readonly FixedContext _context = new();

    [Fact]
    public void Context_TellsWhatTheServerKnows()
    {
        (_context.Method, _context.Host, _context.Peer).ShouldBe(("/hub.v1.Marks/Send", "hub.example", "ipv4:127.0.0.1:1"));
        _context.Deadline.ShouldBe(DateTime.MaxValue);
        _context.RequestHeaders.ShouldBeSameAs(Metadata.Empty);
        _context.ResponseTrailers.ShouldBeEmpty();
        _context.CancellationToken.CanBeCanceled.ShouldBeFalse();
        _context.AuthContext.IsPeerAuthenticated.ShouldBeFalse();
    }

    [Fact]
    public async Task Context_PassesOnWhatTheServiceSays()
    {
        var headers = new Metadata { { "tag", "x" } };

        _context.Status = Status.DefaultCancelled;
        _context.WriteOptions = WriteOptions.Default;
        await _context.WriteResponseHeadersAsync(headers);

        _context.Status.ShouldBe(Status.DefaultCancelled);
        _context.WriteOptions.ShouldBeSameAs(WriteOptions.Default);
        _context.Headers.ShouldBeSameAs(headers);
    }

    [Fact]
    public void UserState_IsOneForTheCall()
    {
        _context.UserState["key"] = "value";

        _context.UserState["key"].ShouldBe("value");
        new FixedContext().UserState.ShouldBeEmpty();
    }

    [Fact]
    public void PropagationToken_IsTheServersToMake()
    {
        Should.Throw<NotSupportedException>(() => _context.CreatePropagationToken());

        var options = ContextPropagationOptions.Default;
        (options.IsPropagateDeadline, options.IsPropagateCancellation).ShouldBe((true, true));
        new ContextPropagationOptions(propagateDeadline: false).IsPropagateDeadline.ShouldBeFalse();
    }

    private sealed class FixedContext : ServerCallContext
    {
        public Metadata? Headers { get; private set; }

        protected override string MethodCore => "/hub.v1.Marks/Send";

        protected override string HostCore => "hub.example";

        protected override string PeerCore => "ipv4:127.0.0.1:1";

        protected override DateTime DeadlineCore => DateTime.MaxValue;

        protected override Metadata RequestHeadersCore => Metadata.Empty;

        protected override CancellationToken CancellationTokenCore => CancellationToken.None;

        protected override Metadata ResponseTrailersCore { get; } = [];

        protected override Status StatusCore { get; set; }

        protected override WriteOptions? WriteOptionsCore { get; set; }

        protected override AuthContext AuthContextCore { get; } = new(null, []);

        protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders)
        {
            Headers = responseHeaders;
            return Task.CompletedTask;
        }

        protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) =>
            throw new NotSupportedException();
    }
}
