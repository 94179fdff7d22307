using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Server.Tests.Feeds;

/// <summary>Stands between the transport and the feed, and counts the messages read and not yet answered.</summary>
internal sealed class OutstandingCounter : Interceptor
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Lock _lock = new();
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiting = [];
    private bool _counting;
    private int _outstanding;

    /// <summary>The most there ever were.</summary>
    public int Highest { get; private set; }

    public void AddTo(IServiceCollection services) => services
        .AddSingleton(this)
        .Configure<GrpcServiceOptions>(options => options.Interceptors.Add<OutstandingCounter>());

    /// <summary>What came before, such as the opening, does not count.</summary>
    public void StartCounting()
    {
        lock (_lock)
            _counting = true;
    }

    /// <summary>Ends when so many are outstanding.</summary>
    public Task ReachedAsync(int count)
    {
        lock (_lock)
        {
            if (Highest >= count)
                return Task.CompletedTask;
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((count, reached));
            return reached.Task.WaitAsync(Patience);
        }
    }

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        continuation(new Reader<TRequest>(this, requestStream), new Writer<TResponse>(this, responseStream), context);

    private void Add(int change)
    {
        lock (_lock)
        {
            if (!_counting)
                return;
            _outstanding += change;
            Highest = Math.Max(Highest, _outstanding);
            foreach (var (_, reached) in _waiting.Where(x => x.Count <= Highest))
                reached.TrySetResult();
        }
    }

    private sealed class Reader<T>(OutstandingCounter counter, IAsyncStreamReader<T> inner) : IAsyncStreamReader<T>
    {
        public T Current => inner.Current;

        public async Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            var more = await inner.MoveNext(cancellationToken);
            if (more)
                counter.Add(1);
            return more;
        }
    }

    private sealed class Writer<T>(OutstandingCounter counter, IServerStreamWriter<T> inner) : IServerStreamWriter<T>
    {
        public WriteOptions? WriteOptions
        {
            get => inner.WriteOptions;
            set => inner.WriteOptions = value;
        }

        public Task WriteAsync(T message)
        {
            counter.Add(-1);
            return inner.WriteAsync(message);
        }

        public Task WriteAsync(T message, CancellationToken cancellationToken)
        {
            counter.Add(-1);
            return inner.WriteAsync(message, cancellationToken);
        }
    }
}
