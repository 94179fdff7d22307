using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Attendance;

/// <summary>Reads schools ahead of whoever counts them, several at once and each on a snapshot of its own, all of one position.</summary>
/// <remarks>
/// Whoever counts may go on reading from the question's own snapshot, so it is never lent to a read that runs beside the counting: two
/// threads on one connection would have each other's answers. Only where one school is read at a time does it serve.
/// </remarks>
/// <param name="question">The snapshot of the question; it is the caller's to dispose.</param>
/// <param name="atOnce">How many schools are read at once.</param>
internal sealed class ReadAhead(AttendanceStore store, ReadSnapshot question, int atOnce) : IAsyncDisposable
{
    private readonly ConcurrentBag<ReadSnapshot> _idle = [];
    private readonly Queue<Task> _reading = [];

    /// <summary>What is read of each school, in the order given.</summary>
    public async IAsyncEnumerable<T> ReadAsync<T>(
        IReadOnlyList<SchoolRow> schools, Func<SchoolRow, ReadSnapshot, Task<T>> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var i = 0; i < atOnce; i++)
            _idle.Add(atOnce == 1 ? question : await store.BeginReadAlikeAsync(question, cancellationToken));
        for (var next = 0; next < schools.Count || _reading.Count > 0;)
        {
            for (; next < schools.Count && _reading.Count < atOnce; next++)
            {
                var school = schools[next];
                _reading.Enqueue(Task.Run(() => ReadAsync(school, read), cancellationToken));
            }
            yield return await (Task<T>)_reading.Peek();
            _ = _reading.Dequeue();
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Whoever stopped counting early leaves schools that are still being read.
        foreach (var reading in _reading)
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var snapshot in _idle.Where(x => x != question))
            await snapshot.DisposeAsync();
    }

    private async Task<T> ReadAsync<T>(SchoolRow school, Func<SchoolRow, ReadSnapshot, Task<T>> read)
    {
        if (!_idle.TryTake(out var snapshot))
            throw new InvalidOperationException("More schools are read at once than there are snapshots.");
        try
        {
            return await read(school, snapshot);
        }
        finally
        {
            _idle.Add(snapshot);
        }
    }
}
