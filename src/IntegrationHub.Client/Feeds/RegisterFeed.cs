using Grpc.Core;
using IntegrationHub.Contracts.Registers.V1;

namespace IntegrationHub.Client.Feeds;

/// <summary>The feed of registers.</summary>
internal static class RegisterFeed
{
    public static FeedProtocol<RegisterSubmission> Over(CallInvoker invoker)
    {
        RegisterIngestService.RegisterIngestServiceClient client = new(invoker);
        return new GrpcFeed<RegisterSubmission, SubmitRegistersRequest, SubmitRegistersResponse>
        {
            FeedName = "registers",
            Parser = RegisterSubmission.Parser,
            Call = cancellationToken => client.SubmitRegisters(cancellationToken: cancellationToken),
            Opening = opening => new SubmitRegistersRequest { Opening = opening },
            Submission = (sequence, register) => new SubmitRegistersRequest { Submission = new SequencedRegister { Sequence = sequence, Register = register } },
            Answer = response => new FeedAnswer(response.Acceptance, response.Receipt, response.Progress),
            Id = register => register.SubmissionId,
        };
    }
}
