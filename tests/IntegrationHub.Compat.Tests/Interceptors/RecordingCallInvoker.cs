using Grpc.Core;

namespace IntegrationHub.Compat.Tests.Interceptors;

/// <summary>Answers every call with nothing and remembers what it was asked.</summary>
internal sealed class RecordingCallInvoker : CallInvoker
{
    public List<(string Method, string? Host, CallOptions Options)> Calls { get; } = [];

    public (string Method, string? Host, CallOptions Options) Last => Calls[^1];

    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        Calls.Add((method.Name, host, options));
        return null!;
    }

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        Calls.Add((method.Name, host, options));
        return new(Task.FromResult<TResponse>(null!), NoMetadata, () => default, () => [], () => { });
    }

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        Calls.Add((method.Name, host, options));
        return new(null!, NoMetadata, () => default, () => [], () => { });
    }

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        Calls.Add((method.Name, host, options));
        return new(null!, Task.FromResult<TResponse>(null!), NoMetadata, () => default, () => [], () => { });
    }

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        Calls.Add((method.Name, host, options));
        return new(null!, null!, NoMetadata, () => default, () => [], () => { });
    }

    private static Task<Metadata> NoMetadata => Task.FromResult<Metadata>([]);
}

internal static class EveryKindOfCall
{
    public static void CallAll(this CallInvoker invoker, CallOptions options = default)
    {
        invoker.BlockingUnaryCall(Named(MethodType.Unary, "Blocking"), null, options, "");
        invoker.AsyncUnaryCall(Named(MethodType.Unary, "Unary"), null, options, "").Dispose();
        invoker.AsyncServerStreamingCall(Named(MethodType.ServerStreaming, "Server"), null, options, "").Dispose();
        invoker.AsyncClientStreamingCall(Named(MethodType.ClientStreaming, "Client"), null, options).Dispose();
        invoker.AsyncDuplexStreamingCall(Named(MethodType.DuplexStreaming, "Duplex"), null, options).Dispose();
    }

    private static Method<string, string> Named(MethodType type, string name) =>
        new(type, "test", name, Marshallers.StringMarshaller, Marshallers.StringMarshaller);
}
