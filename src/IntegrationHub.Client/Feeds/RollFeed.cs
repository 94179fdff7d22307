using Grpc.Core;
using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Contracts.Roll.V1;

namespace IntegrationHub.Client.Feeds;

/// <summary>The feed of rolls. Its unary twin carries deltas only, so the lost receipt of a snapshot's part stays lost.</summary>
internal static class RollFeed
{
    public static FeedProtocol<RollSubmission> Over(CallInvoker invoker)
    {
        RollService.RollServiceClient client = new(invoker);
        return new GrpcFeed<RollSubmission, SubmitRollRequest, SubmitRollResponse>
        {
            Call = cancellationToken => client.SubmitRoll(cancellationToken: cancellationToken),
            Opening = opening => new SubmitRollRequest { Opening = opening },
            Submission = (sequence, roll) => new SubmitRollRequest { Submission = new SequencedRoll { Sequence = sequence, Roll = roll } },
            Answer = response => new FeedAnswer(response.Acceptance, response.Receipt, response.Progress),
            Id = roll => roll.SubmissionId,
            Twin = (writerId, roll, cancellationToken) => AskAsync(client, writerId, roll, cancellationToken),
        };
    }

    private static async Task<FeedReceipt?> AskAsync(
        RollService.RollServiceClient client, string writerId, RollSubmission roll, CancellationToken cancellationToken)
    {
        if (roll.ContentCase != RollSubmission.ContentOneofCase.Records || roll.Records.SnapshotId.Length > 0)
            return null;

        SubmitRollChangeRequest request = new() { WriterId = writerId, Roll = roll };
        return (await client.SubmitRollChangeAsync(request, cancellationToken: cancellationToken)).Receipt;
    }
}
