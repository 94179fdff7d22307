using Grpc.Core;
using IntegrationHub.Contracts.Roll.V1;

namespace IntegrationHub.Client.Feeds;

/// <summary>The feed of rolls.</summary>
internal static class RollFeed
{
    public static FeedProtocol<RollSubmission> Over(CallInvoker invoker)
    {
        RollService.RollServiceClient client = new(invoker);
        return new GrpcFeed<RollSubmission, SubmitRollRequest, SubmitRollResponse>
        {
            FeedName = "rolls",
            Parser = RollSubmission.Parser,
            Call = cancellationToken => client.SubmitRoll(cancellationToken: cancellationToken),
            Opening = opening => new SubmitRollRequest { Opening = opening },
            Submission = (sequence, roll) => new SubmitRollRequest { Submission = new SequencedRoll { Sequence = sequence, Roll = roll } },
            Answer = response => new FeedAnswer(response.Acceptance, response.Receipt, response.Progress),
            Id = roll => roll.SubmissionId,
        };
    }
}
