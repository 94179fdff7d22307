using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace IntegrationHub.Storage.Tests.PostgreSql;

/// <summary>A PostgreSQL server of the test's own: own folder, free port, ended with the test.</summary>
/// <remarks>PostgreSQL refuses to run as root, so there it runs as the user that Debian's package made for it.</remarks>
internal sealed class PostgreSqlServer : IAsyncDisposable
{
    private readonly string _folder;
    private readonly int _port;

    private PostgreSqlServer(string folder, int port)
    {
        _folder = folder;
        _port = port;
    }

    /// <summary>Where the server's programs are; null: not installed.</summary>
    public static string? BinFolder { get; } = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(x => Path.Combine(x, "bin")).Where(x => File.Exists(Path.Combine(x, "initdb"))).Max()
        : null;

    public static async Task<PostgreSqlServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("hub-postgresql-").FullName;
        var server = new PostgreSqlServer(folder, FreePort());
        if (Environment.UserName == "root")
            await RunAsync("chown", "postgres", folder);
        await ToolAsync("initdb", "-D", server.Data, "-A", "trust", "-U", "hub", "--no-sync", "-E", "UTF8", "--locale=C");
        await ToolAsync("pg_ctl", "-D", server.Data, "-w", "-l", Path.Combine(folder, "log"),
            "-o", $"-h 127.0.0.1 -p {server._port} -k {folder} -c max_connections=300", "start");
        return server;
    }

    /// <param name="template">The database to copy, to which nobody may be connected.</param>
    /// <returns>How to reach it.</returns>
    public async Task<string> CreateDatabaseAsync(string name, string template = "template1")
    {
        await ExecuteAsync($"create database {name} template {template}");
        return ConnectionString(name);
    }

    public Task DropDatabaseAsync(string name) => ExecuteAsync($"drop database {name} with (force)");

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await ToolAsync("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    public async Task ExecuteAsync(string text)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(text, connection);
        await command.ExecuteNonQueryAsync();
    }

    private string Data => Path.Combine(_folder, "data");

    private string ConnectionString(string database) => $"Host=127.0.0.1;Port={_port};Username=hub;Database={database}";

    private static Task ToolAsync(string tool, params string[] arguments)
    {
        var program = Path.Combine(BinFolder!, tool);
        return Environment.UserName == "root"
            ? RunAsync("runuser", ["-u", "postgres", "--", program, .. arguments])
            : RunAsync(program, arguments);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        // pg_ctl hands its output on to the server it starts, so a pipe would never end: it goes to nowhere.
        var start = new ProcessStartInfo("/bin/sh") { UseShellExecute = false, WorkingDirectory = "/" };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("exec \"$0\" \"$@\" >/dev/null 2>&1 </dev/null");
        start.ArgumentList.Add(program);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
