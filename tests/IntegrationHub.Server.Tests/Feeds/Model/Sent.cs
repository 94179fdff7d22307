using Google.Protobuf;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Contracts.Roll.V1;

namespace IntegrationHub.Server.Tests.Feeds.Model;

/// <summary>A submission as a writer sent it.</summary>
/// <param name="Sequence">Null: sent by the unary call.</param>
internal sealed record Sent(Writer Writer, long? Sequence, IMessage Message)
{
    public string Id => Message is RegisterSubmission register ? register.SubmissionId : ((RollSubmission)Message).SubmissionId;

    public bool IsRegister => Message is RegisterSubmission;

    /// <summary>The same submission under another id.</summary>
    public static IMessage Renamed(IMessage message, string id)
    {
        if (message is RegisterSubmission register)
            return new RegisterSubmission(register) { SubmissionId = id };
        return new RollSubmission((RollSubmission)message) { SubmissionId = id };
    }
}
