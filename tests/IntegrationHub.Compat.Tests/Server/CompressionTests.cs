using System.IO.Compression;
using Grpc.Net.Compression;

namespace IntegrationHub.Compat.Tests.Server;

public class CompressionTests
{
    private static readonly byte[] Message = [.. Enumerable.Range(0, 10_000).Select(i => (byte)(i / 100))];

    public static TheoryData<ICompressionProvider, string> Providers { get; } = new()
    {
        { new GzipCompressionProvider(CompressionLevel.Optimal), "gzip" },
        { new DeflateCompressionProvider(CompressionLevel.Fastest), "deflate" },
    };

    [Theory]
    [MemberData(nameof(Providers))]
    public void Provider_RoundTrips_AndLeavesTheStreamOpen(ICompressionProvider provider, string name)
    {
        using var compressed = new MemoryStream();
        using (var stream = provider.CreateCompressionStream(compressed, null)) stream.Write(Message);
        compressed.Length.ShouldBeLessThan(Message.Length / 10);

        compressed.Position = 0;
        using var restored = new MemoryStream();
        using (var stream = provider.CreateDecompressionStream(compressed)) stream.CopyTo(restored);

        restored.ToArray().ShouldBe(Message);
        compressed.CanRead.ShouldBeTrue();
        provider.EncodingName.ShouldBe(name);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Provider_WithLevelOfTheCall_HeedsIt(ICompressionProvider provider, string name)
    {
        using var stored = new MemoryStream();
        using (var stream = provider.CreateCompressionStream(stored, CompressionLevel.NoCompression)) stream.Write(Message);

        stored.Length.ShouldBeGreaterThan(Message.Length, name);
    }
}
