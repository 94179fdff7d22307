using System.Buffers;
using System.IO.Pipelines;
using System.Net.Security;
using System.Net.Sockets;
using Pipelines.Sockets.Unofficial;

namespace IntegrationHub.Compat.Tests.Sockets;

public class StreamConnectionTests
{
    [Fact]
    public async Task GetDuplex_OverTls_CarriesBytesBothWays()
    {
        using var certificate = TestCertificate.For("localhost");
        var (near, far) = await SocketPair.ConnectAsync();
        var client = new SslStream(new NetworkStream(near, true), false, (_, shown, _, _) => certificate.Equals(shown));
        await using var server = new SslStream(new NetworkStream(far, true));
        await Task.WhenAll(client.AuthenticateAsClientAsync("localhost"), server.AuthenticateAsServerAsync(certificate));
        var duplex = StreamConnection.GetDuplex(client, PipeOptions.Default, PipeOptions.Default, "tls");
        var echo = server.CopyToAsync(server);

        await duplex.Output.WriteAsync(new byte[100_000]);
        var read = await duplex.Input.ReadAtLeastAsync(50_000);
        var already = read.Buffer.Length;
        duplex.Input.AdvanceTo(read.Buffer.End);
        if (already < 100_000) already += (await duplex.Input.ReadAtLeastAsync(100_000 - (int)already)).Buffer.Length;

        already.ShouldBe(100_000);
        duplex.ShouldBeAssignableTo<IMeasuredDuplexPipe>()!.TotalBytesSent.ShouldBe(100_000);
        ((IDisposable)duplex).Dispose();
        await Should.NotThrowAsync(async () => await Task.WhenAny(echo));
    }

    [Fact]
    public async Task GetReader_ReadsTheStream()
    {
        var reader = StreamConnection.GetReader(new MemoryStream("hello"u8.ToArray()));

        (await reader.ReadAtLeastAsync(5)).Buffer.ToArray().ShouldBe("hello"u8.ToArray());
    }
}
