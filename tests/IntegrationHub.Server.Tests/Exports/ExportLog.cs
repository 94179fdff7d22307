using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Server.Tests.Exports;

/// <summary>What the hub logs of exports, whoever listens.</summary>
internal sealed class ExportLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = [];
    private readonly TaskCompletionSource _brokenOff = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<string> Lines => [.. _lines];

    /// <summary>Ends when an export has been broken off.</summary>
    public Task BrokenOff => _brokenOff.Task;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var line = formatter(state, exception);
        if (!line.Contains("export", StringComparison.Ordinal))
            return;
        _lines.Enqueue(line);
        if (line.Contains("broken off", StringComparison.Ordinal))
            _brokenOff.TrySetResult();
    }

    public void Dispose()
    {
    }
}
