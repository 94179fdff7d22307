using System.Security.Cryptography;
using Google.Protobuf;
using IntegrationHub.Server.Feeds;
using IntegrationHub.Server.Security;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Quarantine;

/// <summary>Takes refused submissions of one kind of feed in again, by the way on which they first came.</summary>
/// <remarks>
/// The id under which it was refused is answered with that refusal for ever, so it goes in under another, made from the first: tried
/// twice, it counts once. It keeps the time at which it came, so that a correction sent since still stands.
/// </remarks>
internal sealed class RefusedSubmissions<TRequest, TResponse, TSubmission>(
    FeedProtocol<TRequest, TResponse, TSubmission> protocol, FeedServices services) : IRefusedSubmissions
    where TSubmission : class, IMessage, new()
{
    private const string IdField = "submission_id";

    public Feed Feed => protocol.Feed;

    public async Task<Refusal?> TakeAgainAsync(QuarantinedSubmissionRow refused, CancellationToken cancellationToken)
    {
        var submission = (TSubmission)new TSubmission().Descriptor.Parser.ParseFrom(refused.Payload);
        submission.Descriptor.FindFieldByName(IdField).Accessor.SetValue(submission, IdFrom(refused).ToString());
        var caller = new Caller(refused.Authority, refused.System);
        if (await services.Intake.RefusalOfAsync(protocol, caller, submission, refused.ReceivedTime, cancellationToken) is { } refusal)
            return refusal;
        var writer = new WriterKey(refused.Authority, refused.System, refused.Feed, refused.WriterId);
        var outcome = await services.Intake.SubmitAsync(
            protocol, caller, writer, epoch: 0, sequence: null, submission, cancellationToken, refused.ReceivedTime);
        return (await services.StoredAsync(outcome, writer)).Refusal;
    }

    private static Guid IdFrom(QuarantinedSubmissionRow refused) => new(SHA256.HashData(
        [.. "replay"u8, .. BitConverter.GetBytes(refused.QuarantineId), .. refused.Payload]).AsSpan(0, 16));
}
