using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace IntegrationHub.Cli.Tests.Faults;

/// <summary>The command line as a process of its own, to be killed without warning.</summary>
internal sealed class HubProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource _serving = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _output = [];

    private HubProcess(IEnumerable<string> arguments, params IEnumerable<(string Setting, string Value)> settings)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "hub.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (setting, value) in settings)
            start.Environment[$"HUB_Hub__{setting}"] = value;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Output
    {
        get
        {
            lock (_output)
                return string.Join('\n', _output);
        }
    }

    /// <summary>A hub that serves a folder on a port, once it says so.</summary>
    /// <param name="maxOutstanding">Few make small group commits, and so many different points to be killed at.</param>
    public static Task<HubProcess> ServeAsync(string folder, int port, int maxOutstanding) =>
        ServeAsync(folder, port, ("Feeds__MaxOutstandingSubmissions", maxOutstanding.ToString(CultureInfo.InvariantCulture)));

    /// <param name="settings">Settings of the hub, named as in its environment after "HUB_Hub__".</param>
    public static async Task<HubProcess> ServeAsync(string folder, int port, params IEnumerable<(string Setting, string Value)> settings)
    {
        var hub = new HubProcess(["serve", "--data", folder, "--grpc-port", $"{port}", "--page-port", "0"], settings);
        var ended = hub._process.WaitForExitAsync();
        (await Task.WhenAny(hub._serving.Task, ended)).ShouldBe(hub._serving.Task, $"the hub ended before it served:\n{hub.Output}");
        return hub;
    }

    /// <summary>Any command.</summary>
    public static HubProcess Run(params string[] arguments) => new(arguments);

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async Task<int> ExitCodeAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public bool HasEnded => _process.HasExited;

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        lock (_output)
            _output.Add(line);
        if (line.Contains("http://127.0.0.1:", StringComparison.Ordinal))
            _serving.TrySetResult();
    }
}
