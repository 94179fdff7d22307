using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Server.Tests.Feeds.Fuzz;

/// <summary>
/// What the hub logs as an error or worse: something that nobody had thought of. The framework reads the message of a unary call
/// before any code of the hub's runs, and logs one that it cannot read by itself.
/// </summary>
internal sealed class CapturedErrors : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _errors = [];

    public IReadOnlyCollection<string> Errors => _errors;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel) && exception?.StackTrace?.Contains("ReadSingleMessageAsync", StringComparison.Ordinal) != true)
            _errors.Enqueue($"{formatter(state, exception)}: {exception}");
    }

    public void Dispose()
    {
    }
}
