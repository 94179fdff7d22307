using Grpc.Core;

namespace IntegrationHub.Compat.Tests.EndToEnd;

/// <summary>A service without generated code: a method, a marshaller and a handler are enough.</summary>
public static class Parrot
{
    public static readonly Method<string, string> Repeat =
        new(MethodType.Unary, "test.Parrot", "Repeat", Marshallers.StringMarshaller, Marshallers.StringMarshaller);

    public static ServerServiceDefinition Definition { get; } = ServerServiceDefinition.CreateBuilder()
        .AddMethod(Repeat, (UnaryServerMethod<string, string>)((request, _) => Task.FromResult($"{request}, {request}")))
        .Build();
}
