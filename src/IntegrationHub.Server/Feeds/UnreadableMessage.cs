using Google.Protobuf;
using Grpc.Core;
using IntegrationHub.Domain;
using IntegrationHub.Server.Errors;

namespace IntegrationHub.Server.Feeds;

/// <summary>
/// Messages that never become a submission: too large for the transport, or no protobuf at all. They have neither id nor sequence that a
/// receipt could name, so they end their stream.
/// </summary>
internal static class UnreadableMessage
{
    /// <summary>The error for a failure to read a stream's next message.</summary>
    /// <returns>Null: it failed for another cause, such as a sender who is gone.</returns>
    public static RpcException? ErrorOf(Exception failure) => failure switch
    {
        InvalidProtocolBufferException => RpcErrors.Create(StatusCode.InvalidArgument, Reason.MessageUnreadable,
            "The message is not of the call's type. Encode it with code generated from the hub's protos."),
        // Nothing of the hub's own gives this status while a stream is read: it is the transport's.
        RpcException { StatusCode: StatusCode.ResourceExhausted } => RpcErrors.Create(StatusCode.ResourceExhausted, Reason.MessageTooLarge,
            "The message is larger than the hub reads. Split the submission."),
        _ => null,
    };
}
