using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using IntegrationHub.Contracts.Casework.V1;
using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Contracts.Roll.V1;
using IntegrationHub.Server.Tests.Casework;
using IntegrationHub.Server.Tests.Registers;
using IntegrationHub.Server.Tests.Roll;

namespace IntegrationHub.Server.Tests.Feeds;

/// <summary>
/// A vendor who speaks the bare contract of one kind of feed. The three contracts have the same shape, field number by field number, so
/// that one vendor written over their descriptors speaks all of them.
/// </summary>
internal sealed class FeedVendor
{
    private readonly CallInvoker _invoker;
    private readonly FeedKind _kind;
    private readonly MethodDescriptor _stream;
    private readonly MethodDescriptor _alone;
    private readonly MethodDescriptor _checkpoint;

    public FeedVendor(TestHub hub, FeedKind kind, string system = "vendor")
    {
        _kind = kind;
        _invoker = hub.Client(system).Invoker;
        var service = kind switch
        {
            FeedKind.Registers => RegisterIngestService.Descriptor,
            FeedKind.Roll => RollService.Descriptor,
            _ => CaseworkService.Descriptor,
        };
        _stream = service.Methods.Single(x => x.IsClientStreaming);
        _alone = service.Methods.Single(x => !x.IsClientStreaming && x.Name.StartsWith("Submit", StringComparison.Ordinal));
        _checkpoint = service.Methods.Single(x => x.Name.EndsWith("Checkpoint", StringComparison.Ordinal));
    }

    /// <summary>The field of a submission that names what it is about, and the reason when the hub does not know it.</summary>
    public string SubjectField => _kind == FeedKind.Casework ? "source_id" : "school_urn";

    /// <summary>A new submission that the hub accepts.</summary>
    /// <param name="text">A text somewhere in it.</param>
    public IMessage Submission(string text = "Okafor")
    {
        switch (_kind)
        {
            case FeedKind.Registers:
                var register = RegisterBuilder.Register(RegisterBuilder.Mark("p1", "/"));
                register.RegisterGroup = text;
                return register;
            case FeedKind.Roll:
                var pupil = RollBuilder.Record("p9");
                pupil.Surname = text;
                return RollBuilder.Delta(RollBuilder.NorthUrn, pupil);
            default:
                var child = CaseBuilder.Child("c1");
                child.Child.Surname = text;
                return CaseBuilder.Delta(CaseBuilder.SocialCare, child);
        }
    }

    /// <summary>The path of the text in <see cref="Submission"/>.</summary>
    public string TextField => _kind switch
    {
        FeedKind.Registers => "register_group",
        FeedKind.Roll => "records.records[0].surname",
        _ => "records.records[0].child.surname",
    };

    /// <summary>A submission about a school or source that nobody knows.</summary>
    public IMessage UnknownSubject() => With(Submission(), SubjectField, "999999");

    /// <summary>The same submission with a field set otherwise.</summary>
    public static IMessage With(IMessage submission, string field, object value)
    {
        var copy = submission.Descriptor.Parser.ParseFrom(submission.ToByteArray());
        copy.Descriptor.FindFieldByName(field).Accessor.SetValue(copy, value);
        return copy;
    }

    /// <summary>Starts a stream, without its opening.</summary>
    public FeedCall Call() => new(_invoker, _stream);

    /// <summary>Starts a stream and opens it.</summary>
    public async Task<FeedCall> OpenAsync(string writer)
    {
        var call = Call();
        await call.OpenAsync(writer);
        return call;
    }

    /// <summary>Sends submissions on a stream of their own, from the watermark on.</summary>
    public async Task<IReadOnlyList<FeedReceipt>> SendAsync(string writer, params IMessage[] submissions)
    {
        using var call = Call();
        var sequence = (await call.OpenAsync(writer)).Watermark;
        foreach (var submission in submissions)
            await call.SendAsync(++sequence, submission);
        return await call.CompleteAsync();
    }

    /// <summary>Sends one submission without a stream.</summary>
    public async Task<FeedReceipt> SubmitAloneAsync(string writer, IMessage? submission)
    {
        var request = NewMessage(_alone.InputType, (1, writer));
        if (submission is not null)
            _alone.InputType.FindFieldByNumber(2).Accessor.SetValue(request, submission);
        return (FeedReceipt)Field(await CallAsync(_alone, request), 1);
    }

    /// <summary>Sends bytes in place of a request without a stream.</summary>
    public async Task SubmitBytesAloneAsync(byte[] request) =>
        await _invoker.AsyncUnaryCall(FeedCall.MethodOf(_alone, MethodType.Unary), null, default, request);

    /// <summary>Where the hub says that the writer should resume.</summary>
    public async Task<long> WatermarkAsync(string writer) =>
        (long)Field(await CallAsync(_checkpoint, NewMessage(_checkpoint.InputType, (1, writer))), 1);

    private async Task<IMessage> CallAsync(MethodDescriptor method, IMessage request) =>
        await _invoker.AsyncUnaryCall(FeedCall.MethodOf(method, MethodType.Unary), null, default, request.ToByteArray());

    private static IMessage NewMessage(MessageDescriptor type, params ReadOnlySpan<(int Number, object Value)> fields)
    {
        var message = type.Parser.ParseFrom([]);
        foreach (var (number, value) in fields)
            type.FindFieldByNumber(number).Accessor.SetValue(message, value);
        return message;
    }

    private static object Field(IMessage message, int number) => message.Descriptor.FindFieldByNumber(number).Accessor.GetValue(message);
}
