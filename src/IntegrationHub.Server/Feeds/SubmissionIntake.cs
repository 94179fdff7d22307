using System.Security.Cryptography;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Domain;
using IntegrationHub.Server.Security;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Journal;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Server.Feeds;

/// <summary>The way of one submission, on a stream or alone: check it, append it, and put its outcome into a receipt.</summary>
public sealed class SubmissionIntake(JournalCommitter journal, HubDatabase database, IOptions<HubOptions> options, TimeProvider clock)
{
    private readonly FeedOptions _limits = options.Value.Feeds;

    /// <summary>Checks a submission and queues it. The task ends when its outcome is durable.</summary>
    /// <param name="receivedTime">When it came, UTC. Null: now.</param>
    public async ValueTask<Task<SubmissionOutcome>> SubmitAsync<TRequest, TResponse, TSubmission>(
        FeedProtocol<TRequest, TResponse, TSubmission> protocol, Caller caller, WriterKey writer, long epoch, long? sequence,
        TSubmission submission, CancellationToken cancellationToken, DateTime? receivedTime = null)
        where TSubmission : class, IMessage
    {
        var payload = submission.ToByteArray();
        var hash = SHA256.HashData(payload);
        var received = receivedTime ?? Now();
        var hasId = TryReadId(protocol.SubmissionIdOf(submission), out var id);
        var refused = Refuse(hasId, payload, submission) ?? (sequence is null ? protocol.RefusalWithoutStream(submission) : null);
        var check = refused is { } refusal
            ? new SubmissionCheck { Refusal = refusal }
            : await protocol.CheckAsync(caller, submission, received, cancellationToken);
        return journal.AppendAsync(new Submission
        {
            Writer = writer,
            Epoch = epoch,
            Sequence = sequence,
            SubmissionId = hasId ? id : IdFrom(hash),
            Payload = payload,
            ContentHash = hash,
            ReceivedTime = received,
            School = check.School,
            SessionNumber = check.SessionNumber,
            Source = check.Source,
            SnapshotId = check.SnapshotId,
            Notices = check.Notices,
            Refusal = check.Refusal,
            Projection = check.Projection,
        });
    }

    /// <summary>Why a submission would be refused without a stream, if it came now.</summary>
    /// <returns>Null: nothing is known against it.</returns>
    public async Task<Refusal?> RefusalOfAsync<TRequest, TResponse, TSubmission>(
        FeedProtocol<TRequest, TResponse, TSubmission> protocol, Caller caller, TSubmission submission, DateTime receivedTime,
        CancellationToken cancellationToken)
        where TSubmission : class, IMessage =>
        Refuse(hasId: true, submission.ToByteArray(), submission) ?? protocol.RefusalWithoutStream(submission)
            ?? (await protocol.CheckAsync(caller, submission, receivedTime, cancellationToken)).Refusal;

    /// <summary>The outcome that a submission had when it came before, its refusal for an id used before included.</summary>
    /// <returns>Null: it never came.</returns>
    public async Task<SubmissionOutcome?> FindAsync<TRequest, TResponse, TSubmission>(
        FeedProtocol<TRequest, TResponse, TSubmission> protocol, WriterKey writer, TSubmission submission, CancellationToken cancellationToken)
        where TSubmission : class, IMessage
    {
        var hash = SHA256.HashData(submission.ToByteArray());
        var key = TryReadId(protocol.SubmissionIdOf(submission), out var id) ? id : IdFrom(hash);
        await using var context = database.CreateReadContext();
        return await SubmissionLookup.FindAsync(context, writer, key, hash, cancellationToken);
    }

    /// <summary>The receipt that tells an outcome.</summary>
    public static FeedReceipt Receipt(string submissionId, long sequence, SubmissionOutcome outcome)
    {
        var receipt = new FeedReceipt { SubmissionId = submissionId, Sequence = sequence };
        if (outcome.Refusal is { } refusal)
        {
            receipt.Refused = new Refused { Reason = refusal.Reason, Detail = refusal.Detail, Field = refusal.Field };
            return receipt;
        }
        receipt.Accepted = new Accepted
        {
            Position = outcome.Position,
            AcceptTime = Timestamp.FromDateTime(outcome.ReceivedTime),
            Duplicate = outcome.Kind == OutcomeKind.Duplicate,
        };
        foreach (var notice in outcome.Notices)
        {
            receipt.Accepted.Notices.Add(
                new Notice { ItemIndex = notice.ItemIndex, Outcome = (NoticeOutcome)notice.Outcome, Reason = notice.Reason });
        }
        return receipt;
    }

    /// <summary>To the microsecond, which is as much as every engine keeps: a receipt must say the same when it is asked for again.</summary>
    private DateTime Now()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    private static bool TryReadId(string text, out Guid id) => Guid.TryParse(text, out id) && id != Guid.Empty;

    /// <summary>Without an id of its own a refused submission is known by its content, so that a resend is refused the same way.</summary>
    private static Guid IdFrom(byte[] hash) => new(hash.AsSpan(0, 16));

    private Refusal? Refuse(bool hasId, byte[] payload, IMessage submission)
    {
        if (!hasId)
            return new(Reason.InvalidSubmissionId, "Give the submission a UUID of its own, and keep it when you resend it.", "submission_id");
        if (payload.Length > _limits.MaxSubmissionBytes)
        {
            return new(Reason.SubmissionTooLarge,
                $"The submission has {payload.Length:N0} bytes; at most {_limits.MaxSubmissionBytes:N0} are taken. Split it.");
        }
        return InvalidText.FieldWith(submission, payload) is { } field
            ? new(Reason.InvalidText, "The text is not valid UTF-8, or holds the character U+FFFD or U+0000. Send it in UTF-8.", field)
            : null;
    }
}
