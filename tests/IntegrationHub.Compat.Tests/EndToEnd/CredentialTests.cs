using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using Grpc.Net.Client;

namespace IntegrationHub.Compat.Tests.EndToEnd;

public class CredentialTests
{
    private static readonly CallCredentials Token = Adding("Bearer one");

    [Fact]
    public async Task CallCredentials_OverTls_TravelWithEachCall()
    {
        using var certificate = TestCertificate.For("localhost");
        await using var host = await RelayHost.StartAsync(certificate);
        using var channel = Connect(host, certificate, ChannelCredentials.Create(ChannelCredentials.SecureSsl, Token));
        var client = new Relay.RelayClient(channel);

        (await client.AskAsync(new Line { Text = "token" })).Text.ShouldBe("Bearer one");
        // The call's own come before the channel's, and HTTP joins the values of one name.
        var options = new CallOptions(credentials: CallCredentials.Compose(Adding("Bearer two"), Adding("Bearer three")));
        (await client.AskAsync(new Line { Text = "token" }, options)).Text.ShouldBe("Bearer two, Bearer three, Bearer one");
    }

    [Fact]
    public async Task ClientCertificate_OverTls_IsThePeersIdentity()
    {
        using var certificate = TestCertificate.For("localhost");
        using var own = TestCertificate.For("mis.example");
        await using var host = await RelayHost.StartAsync(certificate);
        using var anonymous = Connect(host, certificate, ChannelCredentials.SecureSsl);
        using var known = Connect(host, certificate, ChannelCredentials.SecureSsl, own);

        (await new Relay.RelayClient(anonymous).AskAsync(new Line { Text = "peer" })).Text.ShouldBe("False ");
        (await new Relay.RelayClient(known).AskAsync(new Line { Text = "peer" })).Text.ShouldBe("True mis.example");
    }

    [Fact]
    public async Task CallCredentials_InTheClear_AreNotSent()
    {
        await using var host = await RelayHost.StartAsync();
        using var channel = host.Connect();
        var options = new CallOptions(credentials: Token);

        (await new Relay.RelayClient(channel).AskAsync(new Line { Text = "token" }, options)).Text.ShouldBeEmpty();
    }

    private static CallCredentials Adding(string token) => CallCredentials.FromInterceptor((context, metadata) =>
    {
        context.MethodName.ShouldBe("Ask");
        context.ServiceUrl.ShouldEndWith("/integrationhub.compat.tests.v1.Relay");
        metadata.Add("authorization", token);
        return Task.CompletedTask;
    });

    private static GrpcChannel Connect(
        RelayHost host, X509Certificate2 trusted, ChannelCredentials credentials, X509Certificate2? own = null)
    {
        var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => trusted.Equals(shown);
        if (own is not null) handler.SslOptions.ClientCertificates = [own];
        return host.Connect(new GrpcChannelOptions { Credentials = credentials, HttpHandler = handler, DisposeHttpClient = true });
    }
}
