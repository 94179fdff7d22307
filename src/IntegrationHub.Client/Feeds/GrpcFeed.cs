using Google.Protobuf;
using Grpc.Core;
using IntegrationHub.Contracts.Feed.V1;

namespace IntegrationHub.Client.Feeds;

/// <summary>A feed over a generated client: the functions say where that feed's messages keep the common parts.</summary>
internal sealed class GrpcFeed<T, TRequest, TResponse> : FeedProtocol<T>
    where T : class, IMessage<T>
    where TRequest : class
    where TResponse : class
{
    public required string FeedName { get; init; }

    public required MessageParser<T> Parser { get; init; }

    public required Func<CancellationToken, AsyncDuplexStreamingCall<TRequest, TResponse>> Call { get; init; }

    public required Func<FeedOpening, TRequest> Opening { get; init; }

    public required Func<long, T, TRequest> Submission { get; init; }

    public required Func<TResponse, FeedAnswer> Answer { get; init; }

    public required Func<T, string> Id { get; init; }

    public override string Name => FeedName;

    public override string IdOf(T submission) => Id(submission);

    public override byte[] BytesOf(T submission) => submission.ToByteArray();

    public override T Parse(byte[] bytes) => Parser.ParseFrom(bytes);

    public override FeedConnection<T> Connect(string writerId, CancellationToken cancellationToken) =>
        new Connection(this, writerId, Call(cancellationToken), cancellationToken);

    private sealed class Connection(
        GrpcFeed<T, TRequest, TResponse> feed,
        string writerId,
        AsyncDuplexStreamingCall<TRequest, TResponse> call,
        CancellationToken cancellationToken) : FeedConnection<T>
    {
        private static readonly WriteOptions Flush = new();
        private static readonly WriteOptions Gather = new(WriteFlags.BufferHint);

        public override Task OpenAsync() => call.RequestStream.WriteAsync(feed.Opening(new FeedOpening { WriterId = writerId }));

        public override Task WriteAsync(long sequence, T submission, bool more)
        {
            call.RequestStream.WriteOptions = more ? Gather : Flush;
            return call.RequestStream.WriteAsync(feed.Submission(sequence, submission));
        }

        public override async Task<FeedAnswer?> ReadAsync() =>
            await call.ResponseStream.MoveNext(cancellationToken) ? feed.Answer(call.ResponseStream.Current) : null;

        public override Task CompleteAsync() => call.RequestStream.CompleteAsync();

        public override void Dispose() => call.Dispose();
    }
}
