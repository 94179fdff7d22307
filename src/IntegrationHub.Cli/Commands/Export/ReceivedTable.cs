using System.Security.Cryptography;
using Grpc.Core;
using IntegrationHub.Contracts.Export.V1;
using IntegrationHub.Server;

namespace IntegrationHub.Cli.Commands.Export;

/// <summary>Saves a table as it arrives. The file has its name only when every byte that the trailer tells of is in it.</summary>
internal static class ReceivedTable
{
    /// <exception cref="CommandException">The table was cut off, or is not what the trailer says. Nothing is kept.</exception>
    public static async Task<(ExportHeader Header, ExportTrailer Trailer)> SaveAsync(
        IAsyncStreamReader<ExportTableResponse> parts, string path, bool replace, CancellationToken cancellationToken)
    {
        await using var file = new UnfinishedFile(path);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        (ExportHeader? header, ExportTrailer? trailer) = (null, null);
        await foreach (var part in parts.ReadAllAsync(cancellationToken))
        {
            header ??= part.Header;
            trailer = part.Trailer;
            if (part.PartCase != ExportTableResponse.PartOneofCase.Chunk)
                continue;
            hash.AppendData(part.Chunk.Span);
            await file.Stream.WriteAsync(part.Chunk.Memory, cancellationToken);
        }
        if (header is null || trailer is null || trailer.ByteCount != file.Stream.Position || !trailer.Sha256.Span.SequenceEqual(hash.GetHashAndReset()))
            throw new CommandException(ExitCode.No, "The table did not arrive whole, and nothing of it is kept. Run it again.");
        file.Finish(replace);
        return (header, trailer);
    }
}
