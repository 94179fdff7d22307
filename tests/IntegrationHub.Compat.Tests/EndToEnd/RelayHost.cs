using System.Net;
using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Compat.Tests.EndToEnd;

/// <summary>The official server on Kestrel at a free loopback port: HTTP/2 in the clear, or with TLS if given a certificate.</summary>
public sealed class RelayHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RelayHost(WebApplication app) => _app = app;

    public Guestbook Guestbook => _app.Services.GetRequiredService<Guestbook>();

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public static async Task<RelayHost> StartAsync(X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<Guestbook>();
        builder.Services.AddGrpc(options =>
        {
            options.Interceptors.Add<SignIn>();
            options.ResponseCompressionAlgorithm = "gzip";
        });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http2;
            if (certificate is not null) listen.UseHttps(certificate, WantClientCertificate);
        }));

        var app = builder.Build();
        app.MapGrpcService<RelayService>();
        app.MapGrpcService(Parrot.Definition);
        await app.StartAsync();
        return new RelayHost(app);
    }

    public GrpcChannel Connect(GrpcChannelOptions? options = null) => GrpcChannel.ForAddress(Address, options ?? new());

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static void WantClientCertificate(HttpsConnectionAdapterOptions https)
    {
        https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
        https.AllowAnyClientCertificate();
    }

    private sealed class SignIn : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            context.UserState["seen-by"] = nameof(SignIn);
            return continuation(request, context);
        }
    }
}
