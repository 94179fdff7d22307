using Grpc.Core;

namespace IntegrationHub.Compat.Tests.Server;

public class ServiceDefinitionTests
{
    private static readonly UnaryServerMethod<string, string> Unary = (request, _) => Task.FromResult(request);
    private static readonly ClientStreamingServerMethod<string, string> Client = (_, _) => Task.FromResult("");
    private static readonly ServerStreamingServerMethod<string, string> Server = (_, _, _) => Task.CompletedTask;
    private static readonly DuplexStreamingServerMethod<string, string> Duplex = (_, _, _) => Task.CompletedTask;

    [Fact]
    public void BindService_AddsEachMethodWithItsHandlerInOrder()
    {
        var binder = new ListBinder();

        ServerServiceDefinition.CreateBuilder()
            .AddMethod(Named("A"), Unary)
            .AddMethod(Named("B"), Client)
            .AddMethod(Named("C"), Server)
            .AddMethod(Named("D"), Duplex)
            .Build()
            .BindService(binder);

        binder.Added.ShouldBe([("A", Unary), ("B", Client), ("C", Server), ("D", Duplex)]);
    }

    [Fact]
    public void Build_IsNotTouchedByLaterMethods()
    {
        var binder = new ListBinder();
        var builder = ServerServiceDefinition.CreateBuilder().AddMethod(Named("A"), Unary);
        var definition = builder.Build();

        builder.AddMethod(Named("B"), Unary);
        definition.BindService(binder);

        binder.Added.ShouldBe([("A", Unary)]);
    }

    [Fact]
    public void AddMethod_Twice_IsRefused()
    {
        var builder = ServerServiceDefinition.CreateBuilder().AddMethod(Named("A"), Unary);

        Should.Throw<ArgumentException>(() => builder.AddMethod(Named("A"), Client));
    }

    [Fact]
    public void BinderBase_SupportsNothingByItself()
    {
        var binder = new ServiceBinderBase();

        Should.Throw<NotImplementedException>(() => binder.AddMethod(Named("A"), Unary));
        Should.Throw<NotImplementedException>(() => binder.AddMethod(Named("A"), Client));
        Should.Throw<NotImplementedException>(() => binder.AddMethod(Named("A"), Server));
        Should.Throw<NotImplementedException>(() => binder.AddMethod(Named("A"), Duplex));
    }

    private static Method<string, string> Named(string name) =>
        new(MethodType.Unary, "test", name, Marshallers.StringMarshaller, Marshallers.StringMarshaller);

    private sealed class ListBinder : ServiceBinderBase
    {
        public List<(string Name, Delegate? Handler)> Added { get; } = [];

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler) =>
            Added.Add((method.Name, handler));

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler) =>
            Added.Add((method.Name, handler));

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler) =>
            Added.Add((method.Name, handler));

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler) =>
            Added.Add((method.Name, handler));
    }
}
