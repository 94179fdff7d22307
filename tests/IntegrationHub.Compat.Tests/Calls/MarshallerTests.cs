using System.Buffers;
using System.Text;
using Grpc.Core;

namespace IntegrationHub.Compat.Tests.Calls;

public class MarshallerTests
{
    [Fact]
    public void StringMarshaller_RoundTripsUtf8()
    {
        var bytes = Marshallers.StringMarshaller.Serializer("naïve £");

        bytes.ShouldBe("naïve £"u8.ToArray());
        Marshallers.StringMarshaller.Deserializer(bytes).ShouldBe("naïve £");
    }

    [Fact]
    public void ArrayForm_WorksThroughContexts()
    {
        var marshaller = Marshallers.Create(Encoding.UTF8.GetBytes, Encoding.UTF8.GetString);
        var target = new RecordingContext();

        marshaller.ContextualSerializer("abc", target);

        target.Completed.ShouldBe("abc"u8.ToArray());
        marshaller.ContextualDeserializer(new ArrayContext("xyz"u8.ToArray())).ShouldBe("xyz");
    }

    [Fact]
    public void ContextualForm_WritingToTheBuffer_WorksOnArrays()
    {
        var marshaller = Marshallers.Create(
            (string text, SerializationContext context) =>
            {
                context.SetPayloadLength(text.Length);
                context.GetBufferWriter().Write(Encoding.ASCII.GetBytes(text));
                context.Complete();
            },
            context => $"{context.PayloadLength}:{Encoding.ASCII.GetString(context.PayloadAsReadOnlySequence())}");

        marshaller.Serializer("abc").ShouldBe("abc"u8.ToArray());
        marshaller.Serializer("").ShouldBeEmpty();
        marshaller.Deserializer("xyz"u8.ToArray()).ShouldBe("3:xyz");
    }

    [Fact]
    public void ContextualForm_CompletingWithAnArray_WorksOnArrays()
    {
        var marshaller = Marshallers.Create(
            (byte[] payload, SerializationContext context) => context.Complete(payload),
            context => context.PayloadAsNewBuffer());

        marshaller.Serializer([1, 2]).ShouldBe([1, 2]);
        marshaller.Deserializer([3]).ShouldBe([3]);
    }

    [Fact]
    public void ContextualForm_WithoutCompleting_Fails()
    {
        var marshaller = Marshallers.Create((string _, SerializationContext _) => { }, _ => "");

        Should.Throw<InvalidOperationException>(() => marshaller.Serializer("abc"));
    }

    [Fact]
    public void Marshaller_WithoutFunctions_IsRefused()
    {
        Should.Throw<ArgumentNullException>(() => Marshallers.Create(null!, Encoding.UTF8.GetString));
        Should.Throw<ArgumentNullException>(() => Marshallers.Create((Func<string, byte[]>)Encoding.UTF8.GetBytes, null!));
    }

    [Fact]
    public void Method_HasItsPathOnTheWire()
    {
        var method = new Method<string, string>(
            MethodType.DuplexStreaming, "hub.v1.Marks", "Send", Marshallers.StringMarshaller, Marshallers.StringMarshaller);

        method.FullName.ShouldBe("/hub.v1.Marks/Send");
        method.ShouldBeAssignableTo<IMethod>()!.Type.ShouldBe(MethodType.DuplexStreaming);
    }

    private sealed class RecordingContext : SerializationContext
    {
        public byte[]? Completed { get; private set; }

        public override void Complete(byte[] payload) => Completed = payload;
    }

    private sealed class ArrayContext(byte[] payload) : DeserializationContext
    {
        public override int PayloadLength => payload.Length;

        public override byte[] PayloadAsNewBuffer() => payload;
    }
}
