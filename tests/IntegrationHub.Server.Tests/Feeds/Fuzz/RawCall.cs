using Google.Protobuf;
using Grpc.Core;
using IntegrationHub.Client;
using IntegrationHub.Contracts.Feed.V1;

namespace IntegrationHub.Server.Tests.Feeds.Fuzz;

/// <summary>
/// Sends bytes as they are, and holds the hub's answer to what a sender may count on: every receipt says what became of the
/// submission, and every end that is not in good order carries a reason from the catalogue. UNKNOWN, INTERNAL and an end without a
/// reason are never the sender's fault, and so never an answer; but for a unary call whose bytes are no message at all, which the
/// framework ends by itself.
/// </summary>
internal sealed class RawCall(CallInvoker invoker)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create(x => x, x => x);

    /// <returns>How many submissions were accepted.</returns>
    public async Task<int> SendAsync(FuzzCase sent)
    {
        using var patience = new CancellationTokenSource(Patience);
        var options = new CallOptions(cancellationToken: patience.Token);
        try
        {
            return sent.Target.Opening is { } opening
                ? await StreamAsync(sent, opening($"fuzz-{sent.Seed}"), options)
                : Accepted(sent, await invoker.AsyncUnaryCall(Method(sent.Target, MethodType.Unary), null, options, sent.Bytes));
        }
        catch (RpcException exception) when (exception.StatusCode == StatusCode.Unknown && sent.Target.Opening is null && !sent.IsReadable)
        {
            return 0;
        }
        catch (RpcException exception)
        {
            RichStatus.Of(exception).Reason.ShouldNotBeNullOrEmpty($"{exception.Status} for {sent}");
            return 0;
        }
    }

    private async Task<int> StreamAsync(FuzzCase sent, IMessage opening, CallOptions options)
    {
        using var call = invoker.AsyncDuplexStreamingCall(Method(sent.Target, MethodType.DuplexStreaming), null, options);
        await call.RequestStream.WriteAsync(opening.ToByteArray());
        await call.RequestStream.WriteAsync(sent.Bytes);
        await call.RequestStream.CompleteAsync();
        var accepted = 0;
        await foreach (var response in call.ResponseStream.ReadAllAsync())
            accepted += Accepted(sent, response);
        return accepted;
    }

    private static int Accepted(FuzzCase sent, byte[] bytes)
    {
        var response = sent.Target.Response.ParseFrom(bytes);
        var field = sent.Target.Response.ParseFrom([]).Descriptor.FindFieldByName("receipt");
        if (field?.Accessor.GetValue(response) is not FeedReceipt receipt)
            return 0;
        if (receipt.Refused is { } refused)
            refused.Reason.ShouldNotBeNullOrEmpty($"for {sent}");
        else
            receipt.Accepted.ShouldNotBeNull($"for {sent}").Notices.ShouldAllBe(x => x.Reason.Length > 0);
        return receipt.Accepted is null ? 0 : 1;
    }

    private static Method<byte[], byte[]> Method(FuzzTarget target, MethodType type) => new(type, target.Service, target.Call, Bytes, Bytes);
}
