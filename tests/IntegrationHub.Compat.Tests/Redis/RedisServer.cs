using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace IntegrationHub.Compat.Tests.Redis;

/// <summary>A redis-server of our own: in memory, on free loopback ports, one for the clear and one for TLS.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private RedisServer(Process process, DirectoryInfo folder, X509Certificate2 certificate, int port, int tlsPort)
    {
        _process = process;
        _folder = folder;
        Certificate = certificate;
        Port = port;
        TlsPort = tlsPort;
    }

    public static string? Binary { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "redis-server"))
        .FirstOrDefault(File.Exists);

    public X509Certificate2 Certificate { get; }

    public int Port { get; }

    public int TlsPort { get; }

    public static async Task<RedisServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("compat-redis-");
        var certificate = TestCertificate.For("localhost");
        var (certificateFile, keyFile) = (Path.Combine(folder.FullName, "own.crt"), Path.Combine(folder.FullName, "own.key"));
        await File.WriteAllTextAsync(certificateFile, certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(keyFile, certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());

        var (port, tlsPort) = FreePorts();
        string[] arguments =
        [
            "--bind", "127.0.0.1", "--port", $"{port}", "--dir", folder.FullName, "--save", "", "--appendonly", "no",
            "--tls-port", $"{tlsPort}", "--tls-cert-file", certificateFile, "--tls-key-file", keyFile, "--tls-auth-clients", "no",
        ];
        var process = Process.Start(new ProcessStartInfo(Binary!, arguments) { RedirectStandardOutput = true })!;
        var server = new RedisServer(process, folder, certificate, port, tlsPort);
        await server.WaitUntilReadyAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Certificate.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task WaitUntilReadyAsync()
    {
        var log = new List<string>();
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            log.Add(line);
            if (line.Contains("Ready to accept connections", StringComparison.Ordinal))
            {
                // Somebody has to go on reading, or the server will block on a full pipe.
                _ = _process.StandardOutput.ReadToEndAsync();
                return;
            }
        }

        throw new InvalidOperationException($"redis-server did not start: {string.Join(Environment.NewLine, log)}");
    }

    private static (int First, int Second) FreePorts()
    {
        using var first = new Socket(SocketType.Stream, ProtocolType.Tcp);
        using var second = new Socket(SocketType.Stream, ProtocolType.Tcp);
        first.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        second.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return (((IPEndPoint)first.LocalEndPoint!).Port, ((IPEndPoint)second.LocalEndPoint!).Port);
    }
}
