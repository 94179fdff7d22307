using System.IO.Compression;

namespace Grpc.Net.Compression;

/// <summary>Compresses single messages. The streams leave the one they wrap open.</summary>
public interface ICompressionProvider
{
    /// <summary>The name in the headers "grpc-encoding" and "grpc-accept-encoding".</summary>
    string EncodingName { get; }

    /// <summary>A stream that compresses into the given one; without a level, at the provider's own.</summary>
    Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel);

    Stream CreateDecompressionStream(Stream stream);
}
