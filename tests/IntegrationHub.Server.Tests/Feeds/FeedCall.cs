using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using IntegrationHub.Client;
using IntegrationHub.Contracts.Feed.V1;

namespace IntegrationHub.Server.Tests.Feeds;

/// <summary>One stream of any kind of feed, message by message. Nothing is waited for longer than a hung hub deserves.</summary>
internal sealed class FeedCall(CallInvoker invoker, MethodDescriptor method) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly AsyncDuplexStreamingCall<byte[], IMessage> _call =
        invoker.AsyncDuplexStreamingCall(MethodOf(method, MethodType.DuplexStreaming), null, default);

    /// <summary>A call that sends bytes as they are, so that a test can also send what is no message.</summary>
    public static Method<byte[], IMessage> MethodOf(MethodDescriptor method, MethodType type) => new(
        type, method.Service.FullName, method.Name,
        Marshallers.Create<byte[]>(x => x, x => x),
        Marshallers.Create<IMessage>(x => x.ToByteArray(), method.OutputType.Parser.ParseFrom));

    public Task SendOpeningAsync(string writer) => SendBytesAsync(Request(1, new FeedOpening { WriterId = writer }));

    public Task SendAsync(long sequence, IMessage submission) => SendBytesAsync(Encode(sequence, submission));

    public Task SendBytesAsync(byte[] message) => _call.RequestStream.WriteAsync(message);

    /// <summary>Sends though the hub may end the stream meanwhile. Why it did is told when the stream is read.</summary>
    public async Task TrySendAsync(long sequence, IMessage submission)
    {
        try
        {
            await SendAsync(sequence, submission);
        }
        catch (RpcException)
        {
            // The far end has no more use for it.
        }
    }

    /// <summary>The bytes of a request with a submission in its place in the sequence.</summary>
    public byte[] Encode(long sequence, IMessage submission)
    {
        var type = method.InputType.FindFieldByNumber(2).MessageType;
        var sequenced = type.Parser.ParseFrom([]);
        type.FindFieldByNumber(1).Accessor.SetValue(sequenced, sequence);
        type.FindFieldByNumber(2).Accessor.SetValue(sequenced, submission);
        return Request(2, sequenced);
    }

    public async Task<FeedAcceptance> OpenAsync(string writer)
    {
        await SendOpeningAsync(writer);
        return (await NextAsync()).ShouldBeOfType<FeedAcceptance>();
    }

    /// <summary>The next message: an acceptance, a receipt or progress; null: the stream has ended in good order.</summary>
    public async Task<IMessage?> NextAsync()
    {
        if (!await _call.ResponseStream.MoveNext(CancellationToken.None).WaitAsync(Patience))
            return null;
        var response = _call.ResponseStream.Current;
        return (IMessage)response.Descriptor.Oneofs[0].Accessor.GetCaseFieldDescriptor(response).Accessor.GetValue(response);
    }

    public async Task<FeedReceipt> ReceiptAsync() => (await NextAsync()).ShouldBeOfType<FeedReceipt>();

    /// <summary>Closes this side and reads to the end.</summary>
    public async Task<IReadOnlyList<FeedReceipt>> CompleteAsync()
    {
        await _call.RequestStream.CompleteAsync();
        var receipts = new List<FeedReceipt>();
        while (await NextAsync() is { } message)
        {
            if (message is FeedReceipt receipt)
                receipts.Add(receipt);
        }
        return receipts;
    }

    /// <summary>Reads to the error that ends the stream.</summary>
    public async Task<RichStatus> ShouldEndAsync(StatusCode code, string reason)
    {
        // Heartbeats keep a stream alive that should have ended, so that each message alone would be waited for in vain.
        var exception = await ErrorAsync().WaitAsync(Patience);
        var status = RichStatus.Of(exception);
        (exception.StatusCode, status.Reason).ShouldBe((code, reason));
        return status;
    }

    public void Dispose() => _call.Dispose();

    private async Task<RpcException> ErrorAsync()
    {
        try
        {
            while (true)
                (await NextAsync()).ShouldNotBeNull("the stream ended without an error");
        }
        catch (RpcException exception)
        {
            return exception;
        }
    }

    private byte[] Request(int number, IMessage content)
    {
        var request = method.InputType.Parser.ParseFrom([]);
        method.InputType.FindFieldByNumber(number).Accessor.SetValue(request, content);
        return request.ToByteArray();
    }
}
