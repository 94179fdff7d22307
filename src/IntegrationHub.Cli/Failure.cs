using System.Net.Sockets;
using Grpc.Core;
using IntegrationHub.Client;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Rebuild;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Cli;

/// <summary>A failure as one readable sentence and an exit code.</summary>
internal sealed record Failure(ExitCode ExitCode, string Sentence)
{
    public static Failure Of(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        CommandException command => new(command.ExitCode, command.Message),
        _ when cancellationToken.IsCancellationRequested => new(ExitCode.Interrupted, "Stopped before it was done."),
        RpcException rpc => Of(rpc),
        FeedException feed => Of(feed),
        ReplayException replay => new(ExitCode.No, replay.Message),
        UnfitDatabaseException database => new(ExitCode.No, database.Message),
        InvalidDataException data => new(ExitCode.WrongUsage, data.Message),
        OptionsValidationException options => new(ExitCode.WrongUsage, string.Join(' ', options.Failures)),
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException taken } =>
            new(ExitCode.WrongUsage, $"{taken.Message} Another program listens there: name other ports with --grpc-port and --page-port, or 0 for any free one."),
        FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException or IOException =>
            new(ExitCode.WrongUsage, exception.Message),
        AggregateException { InnerException: { } inner } => Of(inner, cancellationToken),
        _ => new(ExitCode.No, $"Something went wrong: {exception.Message} Run it again with --verbose for the whole story."),
    };

    private static Failure Of(RpcException exception)
    {
        var rich = RichStatus.Of(exception);
        // What the far end says is a sentence of the hub only where it gives its reason; otherwise it is the transport's words.
        if (rich.Reason is { } reason)
            return new(CodeOf(exception.StatusCode), $"{exception.Status.Detail} ({reason})");
        return exception.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Cancelled
            ? new(ExitCode.Unreachable, $"The hub cannot be reached{Why(exception)}. Is 'hub serve' running there?")
            : new(CodeOf(exception.StatusCode), $"The hub could not answer: {exception.Status.Detail} ({exception.StatusCode})");
    }

    private static Failure Of(FeedException exception) => exception.Reason switch
    {
        FeedException.WriterSuperseded => new(ExitCode.No,
            "Another import of the same kind has begun and drove this one out. What it had sent is safe; run it again when the other is done. (WRITER_SUPERSEDED)"),
        FeedException.GaveUp => new(ExitCode.Unreachable, "The hub has gone silent. Run the same command again when it is back: nothing counts twice. (GAVE_UP)"),
        _ => new(CodeOf(exception.StatusCode), exception.Message),
    };

    private static ExitCode CodeOf(StatusCode code) => code switch
    {
        StatusCode.Unavailable or StatusCode.DeadlineExceeded => ExitCode.Unreachable,
        StatusCode.InvalidArgument => ExitCode.WrongUsage,
        _ => ExitCode.No,
    };

    private static string Why(Exception exception)
    {
        for (var cause = exception.InnerException ?? (exception as RpcException)?.Status.DebugException; cause is not null; cause = cause.InnerException)
        {
            if (cause is SocketException socket)
                return $": {socket.Message.TrimEnd('.').ToLowerInvariant()}";
        }
        return "";
    }
}
