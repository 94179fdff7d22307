using Grpc.Core;

namespace IntegrationHub.Compat.Tests.Calls;

public class AsyncCallTests
{
    private static readonly Metadata Headers = new() { { "kind", "header" } };
    private static readonly Metadata Trailers = new() { { "kind", "trailer" } };
    private static readonly Status Lost = new(StatusCode.DataLoss, "Lost.");
    private int _disposals;

    [Fact]
    public async Task Unary_Awaited_GivesTheResponse()
    {
        using var call = new AsyncUnaryCall<string>(
            Task.FromResult("yes"), Task.FromResult(Headers), () => Lost, () => Trailers, () => { });

        (await call).ShouldBe("yes");
        (await call.ConfigureAwait(false)).ShouldBe("yes");
        (await call.ResponseAsync).ShouldBe("yes");
    }

    [Fact]
    public async Task Unary_OfFailedCall_ThrowsWhenAwaited()
    {
        using var call = new AsyncUnaryCall<string>(
            Task.FromException<string>(new RpcException(Lost)), Task.FromResult(Headers), () => Lost, () => Trailers, () => { });

        (await Should.ThrowAsync<RpcException>(async () => await call)).Status.ShouldBe(Lost);
    }

    [Fact]
    public async Task Unary_TellsHeadersStatusTrailersAndIsDisposed()
    {
        var call = new AsyncUnaryCall<string>(
            Task.FromResult("yes"), Task.FromResult(Headers), () => Lost, () => Trailers, () => _disposals++);

        await ShouldTell(call, call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers);
    }

    [Fact]
    public async Task Unary_WithState_HandsItToEachFunction()
    {
        var call = new AsyncUnaryCall<string>(Task.FromResult("yes"), HeadersOf, StatusOf, TrailersOf, Dispose, this);

        await ShouldTell(call, call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers);
    }

    [Fact]
    public async Task ClientStreaming_TellsHeadersStatusTrailersAndIsDisposed()
    {
        var plain = new AsyncClientStreamingCall<string, string>(
            null!, Task.FromResult("yes"), Task.FromResult(Headers), () => Lost, () => Trailers, () => _disposals++);
        var stateful = new AsyncClientStreamingCall<string, string>(
            null!, Task.FromResult("yes"), HeadersOf, StatusOf, TrailersOf, Dispose, this);

        (await plain).ShouldBe("yes");
        (await stateful.ConfigureAwait(false)).ShouldBe("yes");
        await ShouldTell(plain, plain.ResponseHeadersAsync, plain.GetStatus, plain.GetTrailers);
        await ShouldTell(stateful, stateful.ResponseHeadersAsync, stateful.GetStatus, stateful.GetTrailers);
    }

    [Fact]
    public async Task ServerStreaming_TellsHeadersStatusTrailersAndIsDisposed()
    {
        var plain = new AsyncServerStreamingCall<string>(
            null!, Task.FromResult(Headers), () => Lost, () => Trailers, () => _disposals++);
        var stateful = new AsyncServerStreamingCall<string>(null!, HeadersOf, StatusOf, TrailersOf, Dispose, this);

        await ShouldTell(plain, plain.ResponseHeadersAsync, plain.GetStatus, plain.GetTrailers);
        await ShouldTell(stateful, stateful.ResponseHeadersAsync, stateful.GetStatus, stateful.GetTrailers);
    }

    [Fact]
    public async Task DuplexStreaming_TellsHeadersStatusTrailersAndIsDisposed()
    {
        var plain = new AsyncDuplexStreamingCall<string, string>(
            null!, null!, Task.FromResult(Headers), () => Lost, () => Trailers, () => _disposals++);
        var stateful = new AsyncDuplexStreamingCall<string, string>(null!, null!, HeadersOf, StatusOf, TrailersOf, Dispose, this);

        await ShouldTell(plain, plain.ResponseHeadersAsync, plain.GetStatus, plain.GetTrailers);
        await ShouldTell(stateful, stateful.ResponseHeadersAsync, stateful.GetStatus, stateful.GetTrailers);
    }

    private static Task<Metadata> HeadersOf(object state) => Task.FromResult(state is AsyncCallTests ? Headers : null!);

    private static Status StatusOf(object state) => state is AsyncCallTests ? Lost : default;

    private static Metadata TrailersOf(object state) => state is AsyncCallTests ? Trailers : null!;

    private static void Dispose(object state) => ((AsyncCallTests)state)._disposals++;

    private async Task ShouldTell(IDisposable call, Task<Metadata> headers, Func<Status> status, Func<Metadata> trailers)
    {
        var before = _disposals;
        call.Dispose();

        _disposals.ShouldBe(before + 1);
        (await headers).ShouldBeSameAs(Headers);
        status().ShouldBe(Lost);
        trailers().ShouldBeSameAs(Trailers);
    }
}
