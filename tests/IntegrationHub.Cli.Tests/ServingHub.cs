using System.Text.RegularExpressions;

namespace IntegrationHub.Cli.Tests;

/// <summary>A command that serves on, such as <c>hub serve</c>, until the test is done with it.</summary>
internal sealed partial class ServingHub : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly CancellationTokenSource _stop = new();
    private readonly CapturedWriter _output = new();
    private readonly CapturedWriter _error = new();
    private Task<int> _run = Task.FromResult(0);

    /// <summary>What it has written so far.</summary>
    public string Output => _output.ToString();

    public string PageAddress => PageLine().Match(Output).Groups[1].Value;

    public string GrpcAddress => GrpcLine().Match(Output).Groups[1].Value;

    /// <summary>Starts the command and waits until it says where it serves.</summary>
    public static async Task<ServingHub> StartAsync(params string[] args)
    {
        var hub = new ServingHub();
        hub._run = Task.Run(() => HubCommandLine.RunAsync(args, hub._output, hub._error, hub._stop.Token));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        using var patience = new CancellationTokenSource(Patience);
        while (!GrpcLine().IsMatch(hub.Output) && !hub._run.IsCompleted)
            await timer.WaitForNextTickAsync(patience.Token);
        hub._run.IsCompleted.ShouldBeFalse($"{hub.Output}\n{hub._error}");
        return hub;
    }

    /// <summary>Stops it as Ctrl+C does.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        await _stop.CancelAsync();
        return await _run;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    [GeneratedRegex(@"^Page\s+(http://\S+)\s*$", RegexOptions.Multiline)]
    private static partial Regex PageLine();

    [GeneratedRegex(@"^gRPC\s+(http://\S+)\s*$", RegexOptions.Multiline)]
    private static partial Regex GrpcLine();
}
