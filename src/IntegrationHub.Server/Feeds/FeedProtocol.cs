using Google.Protobuf;
using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Server.Security;
using IntegrationHub.Storage.Journal;

namespace IntegrationHub.Server.Feeds;

/// <summary>What distinguishes one kind of feed from another: its messages, and how a submission is checked.</summary>
public abstract class FeedProtocol<TRequest, TResponse, TSubmission>
    where TSubmission : class, IMessage
{
    public abstract Storage.Model.Feed Feed { get; }

    /// <returns>The opening; null: the message holds something else.</returns>
    public abstract FeedOpening? OpeningOf(TRequest request);

    /// <returns>The sequence and the submission; null: the message holds something else, or nothing.</returns>
    public abstract (long Sequence, TSubmission Submission)? SubmissionOf(TRequest request);

    public abstract TResponse Response(FeedAcceptance acceptance);

    public abstract TResponse Response(FeedReceipt receipt);

    public abstract TResponse Response(FeedProgress progress);

    public abstract string SubmissionIdOf(TSubmission submission);

    /// <summary>Why a submission cannot be taken without a stream; null: it can.</summary>
    public virtual Refusal? RefusalWithoutStream(TSubmission submission) => null;

    /// <summary>Checks a submission's content. Its id, size and text have been checked.</summary>
    /// <param name="receivedTime">UTC.</param>
    public abstract ValueTask<SubmissionCheck> CheckAsync(
        Caller caller, TSubmission submission, DateTime receivedTime, CancellationToken cancellationToken);
}

/// <summary>What a check found: a refusal, or where the submission belongs in the journal.</summary>
public sealed record SubmissionCheck
{
    public Refusal? Refusal { get; init; }
    public int? School { get; init; }
    public int? SessionNumber { get; init; }
    public string? Source { get; init; }
    public Guid? SnapshotId { get; init; }
    public IReadOnlyList<ItemNotice> Notices { get; init; } = [];
    public IProjection? Projection { get; init; }

    public static SubmissionCheck Refused(string reason, string detail, string field = "") => new() { Refusal = new(reason, detail, field) };
}
