using System.IO.Pipelines;

namespace Pipelines.Sockets.Unofficial;

/// <summary>Pipes over a stream, for instance one that encrypts.</summary>
public static class StreamConnection
{
    public static IDuplexPipe GetDuplex(
        Stream stream, PipeOptions? sendPipeOptions, PipeOptions? receivePipeOptions, string? name = null) =>
        new StreamPump(stream, sendPipeOptions, receivePipeOptions);

    public static PipeReader GetReader(Stream stream, PipeOptions? pipeOptions = null, string? name = null) =>
        PipeReader.Create(stream, new StreamPipeReaderOptions(pipeOptions?.Pool));
}
