using Google.Protobuf;
using Grpc.Core;
using IntegrationHub.Client;
using IntegrationHub.Contracts.Feed.V1;

namespace IntegrationHub.Server.Tests.Feeds.Model;

/// <summary>A stream of one writer, whatever its feed, as somebody who speaks the bare contract sees it.</summary>
internal abstract class FeedLine : IDisposable
{
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Opens the stream.</summary>
    /// <returns>The watermark.</returns>
    public abstract Task<long> OpenAsync();

    public abstract Task SendAsync(long sequence, IMessage submission);

    /// <summary>The next message that is no heartbeat.</summary>
    public abstract Task<FeedMessage> ReadAsync();

    public abstract Task CompleteAsync();

    public abstract void Dispose();
}

/// <summary>What came on a stream: a receipt, the announcement of a close, or the end.</summary>
/// <param name="End">Null while the stream goes on; "OK", or the reason of its end.</param>
internal sealed record FeedMessage(FeedReceipt? Receipt, bool Draining, string? End, string? ExpectedSequence);

/// <inheritdoc />
internal sealed class FeedLine<TRequest, TResponse>(
    AsyncDuplexStreamingCall<TRequest, TResponse> call, TRequest opening, Func<long, IMessage, TRequest> submission,
    Func<TResponse, (FeedAcceptance? Acceptance, FeedReceipt? Receipt, FeedProgress? Progress)> parts) : FeedLine
{
    public override async Task<long> OpenAsync()
    {
        await call.RequestStream.WriteAsync(opening);
        (await MoveNextAsync()).ShouldBeTrue();
        return parts(call.ResponseStream.Current).Acceptance.ShouldNotBeNull().Watermark;
    }

    public override Task SendAsync(long sequence, IMessage message) => call.RequestStream.WriteAsync(submission(sequence, message));

    public override async Task<FeedMessage> ReadAsync()
    {
        try
        {
            while (await MoveNextAsync())
            {
                var (_, receipt, progress) = parts(call.ResponseStream.Current);
                if (receipt is not null || progress is { Draining: true })
                    return new(receipt, progress is not null, null, null);
            }
            return new(null, false, "OK", null);
        }
        catch (RpcException exception)
        {
            var status = RichStatus.Of(exception);
            return new(null, false, status.Reason ?? exception.Status.ToString(), status.Metadata.GetValueOrDefault("expected_sequence"));
        }
    }

    public override Task CompleteAsync() => call.RequestStream.CompleteAsync();

    public override void Dispose() => call.Dispose();

    private async Task<bool> MoveNextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await call.ResponseStream.MoveNext(patience.Token);
    }
}
