using Google.Protobuf;
using Grpc.Core;
using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Domain;
using IntegrationHub.Server.Errors;
using IntegrationHub.Server.Security;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Feeds;

/// <summary>A kind of feed as its gRPC service offers it: the stream, its unary twin, and the checkpoint.</summary>
internal sealed class FeedEndpoint<TRequest, TResponse, TSubmission>(
    FeedProtocol<TRequest, TResponse, TSubmission> protocol, FeedServices services, FeedSessions sessions, JournalCommitter journal,
    HubDatabase database, CallerResolver callers)
    where TSubmission : class, IMessage
{
    /// <summary>Runs a stream to its end. A sender who is gone is no fault.</summary>
    public async Task StreamAsync(IAsyncStreamReader<TRequest> requests, IServerStreamWriter<TResponse> responses, ServerCallContext context)
    {
        try
        {
            await RunAsync(requests, responses, context);
        }
        catch (Exception exception) when (context.CancellationToken.IsCancellationRequested && exception is not RpcException)
        {
            // Nobody is left to tell. What has been queued becomes durable all the same, and the writer finds out when it opens again.
        }
    }

    /// <summary>Takes one submission without a stream.</summary>
    public async Task<FeedReceipt> SubmitAsync(string writerId, TSubmission? submission, ServerCallContext context)
    {
        var caller = callers.Resolve(context);
        var writer = Writer(caller, writerId);
        if (submission is null)
            throw RpcErrors.InvalidArgument(Reason.EmptyMessage, "The request holds no submission.", "submission");
        var outcome = await services.Intake.SubmitAsync(
            protocol, caller, writer, epoch: 0, sequence: null, submission, context.CancellationToken);
        return SubmissionIntake.Receipt(protocol.SubmissionIdOf(submission), sequence: 0, await services.StoredAsync(outcome, writer));
    }

    /// <summary>Where a writer should resume.</summary>
    public async Task<long> WatermarkAsync(string writerId, ServerCallContext context)
    {
        var writer = Writer(callers.Resolve(context), writerId);
        await using var reading = database.CreateReadContext();
        return await reading.Writers
            .Where(x => x.Authority == writer.Authority && x.System == writer.System && x.Feed == writer.Feed && x.WriterId == writer.WriterId)
            .Select(x => x.Watermark)
            .FirstOrDefaultAsync(context.CancellationToken);
    }

    private async Task RunAsync(IAsyncStreamReader<TRequest> requests, IServerStreamWriter<TResponse> responses, ServerCallContext context)
    {
        var caller = callers.Resolve(context);
        var writer = Writer(caller, await OpeningAsync(requests, context.CancellationToken));
        // Before the older stream of the writer is fenced off: while the hub closes, that one still gets its receipts.
        if (sessions.Draining)
            throw services.Draining();
        var opening = await services.StoredAsync(journal.OpenWriterAsync(writer, context.CancellationToken), writer);
        var session = new FeedSession<TRequest, TResponse, TSubmission>(protocol, services, caller, writer, opening);
        using var _ = sessions.Enter(writer, session);
        await session.RunAsync(requests, responses, context.CancellationToken);
    }

    private async Task<string> OpeningAsync(IAsyncStreamReader<TRequest> requests, CancellationToken cancellationToken)
    {
        var opening = await UnreadableMessage.MoveNextAsync(requests, cancellationToken) ? protocol.OpeningOf(requests.Current) : null;
        return opening?.WriterId
            ?? throw RpcErrors.Create(StatusCode.FailedPrecondition, Reason.OpeningExpected, "The first message of a stream must be its opening.");
    }

    private WriterKey Writer(Caller caller, string writerId) => Names.IsValid(writerId)
        ? new(caller.Authority, caller.System, protocol.Feed, writerId)
        : throw RpcErrors.InvalidArgument(Reason.InvalidWriterId, $"A writer_id has {Names.Rule}.", "writer_id");
}
