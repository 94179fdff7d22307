using System.Collections.Concurrent;
using IntegrationHub.Server.Attendance;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Tests.Attendance;

/// <summary>Schools are read beside whoever counts them, and never get in each other's way.</summary>
public sealed class ReadAheadTests : IAsyncLifetime
{
    private static readonly SchoolRow[] Schools =
        [.. Enumerable.Range(1, 9).Select(x => new SchoolRow { Authority = TestHub.Authority, Laestab = 8512000 + x, Name = "", Phase = "" })];

    private TestHub _hub = null!;
    private ReadSnapshot _question = null!;

    public async Task InitializeAsync()
    {
        _hub = await TestHub.StartAsync();
        _question = await _hub.Database.BeginReadAsync(default);
    }

    public async Task DisposeAsync()
    {
        await _question.DisposeAsync();
        await _hub.DisposeAsync();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task Schools_ReadSeveralAtOnce_ComeInOrder(int atOnce)
    {
        await using var ahead = new ReadAhead(_hub.Service<AttendanceStore>(), _question, atOnce);
        var read = await ahead.ReadAsync(Schools, (school, _) => Task.FromResult(school.Laestab), default).ToListAsync();
        read.ShouldBe(Schools.Select(x => x.Laestab));
    }

    [Fact]
    public async Task Question_IsNeverLentToAReadBesideTheCounting()
    {
        var lent = new ConcurrentBag<ReadSnapshot>();
        await using (var ahead = new ReadAhead(_hub.Service<AttendanceStore>(), _question, atOnce: 2))
        {
            await foreach (var view in ahead.ReadAsync(Schools, (_, view) => Task.FromResult(view), default))
                lent.Add(view);
        }
        lent.ShouldNotContain(_question);
        lent.ShouldAllBe(x => x.Position == _question.Position);
    }

    [Fact]
    public async Task Counting_BrokenOff_WaitsForWhatIsBeingRead()
    {
        var (begun, ended) = (0, 0);
        await using (var ahead = new ReadAhead(_hub.Service<AttendanceStore>(), _question, atOnce: 3))
        {
            await foreach (var _ in ahead.ReadAsync(Schools, ReadAsync, default))
                break;
        }
        ended.ShouldBe(begun);

        async Task<int> ReadAsync(SchoolRow school, ReadSnapshot view)
        {
            Interlocked.Increment(ref begun);
            await Task.Yield();
            return Interlocked.Increment(ref ended);
        }
    }
}
