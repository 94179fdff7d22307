using Grpc.Core;
using Grpc.Core.Interceptors;

namespace IntegrationHub.Compat.Tests.Interceptors;

public class ClientInterceptorTests
{
    private readonly RecordingCallInvoker _server = new();

    [Fact]
    public void Intercept_WithSeveral_AsksThemInTheOrderGiven()
    {
        _server.Intercept(new Stamp("first"), new Stamp("second"), new Stamp("third")).CallAll();

        _server.Calls.Count.ShouldBe(5);
        _server.Calls.ShouldAllBe(call => Stamps(call.Options) == "first,second,third");
    }

    [Fact]
    public void Intercept_OneAfterAnother_AsksTheLastFirst()
    {
        _server.Intercept(new Stamp("inner")).Intercept(new Stamp("outer")).CallAll();

        _server.Calls.ShouldAllBe(call => Stamps(call.Options) == "outer,inner");
    }

    [Fact]
    public void Intercept_WithNone_ChangesNothing() => _server.Intercept([]).ShouldBeSameAs(_server);

    [Fact]
    public void Intercept_WithFunction_ChangesTheHeaders()
    {
        _server.Intercept(headers =>
        {
            headers.Add("stamp", "function");
            return headers;
        }).CallAll();

        _server.Calls.Count.ShouldBe(5);
        _server.Calls.ShouldAllBe(call => Stamps(call.Options) == "function");
    }

    [Fact]
    public void Intercept_WithFunction_SeesTheCallersHeaders()
    {
        var seen = new List<Metadata>();
        var headers = new Metadata { { "stamp", "caller" } };

        _server.Intercept(metadata =>
        {
            seen.Add(metadata);
            return [];
        }).CallAll(new CallOptions(headers));

        seen.ShouldAllBe(metadata => ReferenceEquals(metadata, headers));
        _server.Calls.ShouldAllBe(call => call.Options.Headers!.Count == 0);
    }

    [Fact]
    public void Intercept_WithOneThatOverridesNothing_PassesCallsOn()
    {
        _server.Intercept(new PassOn()).CallAll();

        _server.Calls.Select(call => call.Method).ShouldBe(["Blocking", "Unary", "Server", "Client", "Duplex"]);
    }

    [Fact]
    public void Intercept_OnAChannel_WrapsItsInvoker()
    {
        var channel = new FakeChannel(_server);

        channel.Intercept(new Stamp("one")).CallAll();
        channel.Intercept(new Stamp("first"), new Stamp("second")).CallAll();
        channel.Intercept(_ => [new Metadata.Entry("stamp", "function")]).CallAll();

        _server.Calls.Select(call => Stamps(call.Options)).Distinct().ShouldBe(["one", "first,second", "function"]);
    }

    [Fact]
    public void Intercept_WithNothing_IsRefused()
    {
        Should.Throw<ArgumentNullException>(() => _server.Intercept((Interceptor)null!));
        Should.Throw<ArgumentNullException>(() => _server.Intercept(new PassOn(), null!));
        Should.Throw<ArgumentNullException>(() => _server.Intercept((Interceptor[])null!));
        Should.Throw<ArgumentNullException>(() => _server.Intercept((Func<Metadata, Metadata>)null!));
        Should.Throw<ArgumentNullException>(() => ((CallInvoker)null!).Intercept(new PassOn()));
    }

    private static string Stamps(CallOptions options) => string.Join(",", options.Headers!.GetAll("stamp").Select(entry => entry.Value));

    private sealed class PassOn : Interceptor;

    private sealed class FakeChannel(CallInvoker invoker) : ChannelBase("fake")
    {
        public override CallInvoker CreateCallInvoker() => invoker;
    }

    private sealed class Stamp(string text) : Interceptor
    {
        public override TResponse BlockingUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            BlockingUnaryCallContinuation<TRequest, TResponse> continuation) => continuation(request, Stamped(context));

        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncUnaryCallContinuation<TRequest, TResponse> continuation) => continuation(request, Stamped(context));

        public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation) => continuation(request, Stamped(context));

        public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation) => continuation(Stamped(context));

        public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation) => continuation(Stamped(context));

        private ClientInterceptorContext<TRequest, TResponse> Stamped<TRequest, TResponse>(
            ClientInterceptorContext<TRequest, TResponse> context)
            where TRequest : class
            where TResponse : class =>
            new(context.Method, context.Host, context.Options.WithHeaders([.. context.Options.Headers ?? [], new("stamp", text)]));
    }
}
