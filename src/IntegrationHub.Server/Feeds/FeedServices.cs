using Grpc.Core;
using IntegrationHub.Domain;
using IntegrationHub.Server.Errors;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Model;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Server.Feeds;

/// <summary>What every stream needs.</summary>
internal sealed partial class FeedServices(
    SubmissionIntake intake, IOptions<HubOptions> options, TimeProvider clock, ILogger<FeedServices> logger)
{
    public SubmissionIntake Intake => intake;

    public FeedOptions Limits => options.Value.Feeds;

    public TimeProvider Clock => clock;

    /// <summary>Awaits what storage does for a writer. A fault of storage becomes an error that says to come back.</summary>
    public async Task<T> StoredAsync<T>(Task<T> stored, WriterKey writer)
    {
        try
        {
            return await stored;
        }
        catch (Exception exception) when (exception is not (RpcException or OperationCanceledException))
        {
            LogStorageFault(exception, writer.Feed, writer.WriterId);
            throw RpcErrors.Unavailable(Reason.StorageUnavailable,
                "The hub cannot store anything at the moment. What has no receipt was not kept: send it again.", Limits.RetryDelay);
        }
    }

    /// <summary>The hub is about to close.</summary>
    public RpcException Draining() => RpcErrors.Unavailable(Reason.Draining, "The hub closes. Open again.", Limits.RetryDelay);

    [LoggerMessage(1, LogLevel.Error, "Storing something of writer {WriterId} on feed {Feed} failed")]
    private partial void LogStorageFault(Exception exception, Feed feed, string writerId);
}
