using Grpc.Core;
using IntegrationHub.Contracts.Export.V1;
using IntegrationHub.Storage.Tests.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static IntegrationHub.Server.Tests.Roll.RollBuilder;

namespace IntegrationHub.Server.Tests.Exports;

/// <summary>Readers who take their time, or go away; and what is logged of each.</summary>
public sealed class ReaderTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ManualClock _clock = new(new(2021, 12, 17, 16, 0, 0, TimeSpan.Zero));
    private readonly ExportLog _log = new();
    private TestHub _hub = null!;
    private ExportDesk _desk = null!;

    public async Task InitializeAsync()
    {
        _hub = await TestHub.StartAsync(clock: _clock, prepare: services => services.AddSingleton<ILoggerProvider>(_log));
        _desk = new(_hub);
        var city = new TestCity(_hub);
        city.AddSchool(TestCity.School);
        for (var i = 0; i < 60; i++)
            city.Attend(city.Enrol(city.AddPupil("Okafor", "Ada", upn: Upn(i))), 150, 150);
        await city.SaveAsync();
    }

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task Table_OfMoreThanOneChunk_ArrivesWhole()
    {
        using var call = _desk.Service.ExportTable(new() { Table = ExportedTable.Marks, Window = ExportDesk.WholeYear });
        var parts = await call.ResponseStream.ReadAllAsync().ToListAsync();
        parts.Count(x => x.PartCase == ExportTableResponse.PartOneofCase.Chunk).ShouldBeGreaterThan(10);
        parts.Max(x => x.CalculateSize()).ShouldBeLessThan(256 * 1024);
        (await _desk.TakeAsync(ExportedTable.Marks)).Rows.Count.ShouldBe(60 * 300);
    }

    [Fact]
    public async Task ReaderWhoTakesNothing_IsCutOff_AndTheDatabaseIsFreeAgain()
    {
        using var call = _desk.Service.ExportTable(new() { Table = ExportedTable.Marks, Window = ExportDesk.WholeYear });
        (await call.ResponseStream.MoveNext(CancellationToken.None)).ShouldBeTrue();
        // The hub writes on until the line is full, and then waits: each wait that is seen here may have been one of many.
        for (var waits = _clock.TimerSetAsync(Patience); await Task.WhenAny(_log.BrokenOff, waits) == waits; waits = _clock.TimerSetAsync(Patience))
        {
            await waits;
            _clock.Advance(Patience);
        }

        await Should.ThrowAsync<RpcException>(async () => await call.ResponseStream.ReadAllAsync().ToListAsync());
        await _hub.WriteAsync(context => context.Database.ExecuteSqlRaw("update pupil set sex = 'F'"));
        (await CheckpointAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ReaderWhoGoesAway_EndsTheExport()
    {
        using (var call = _desk.Service.ExportTable(new() { Table = ExportedTable.Marks, Window = ExportDesk.WholeYear }))
            (await call.ResponseStream.MoveNext(CancellationToken.None)).ShouldBeTrue();

        await _log.BrokenOff.WaitAsync(TimeSpan.FromSeconds(60));
        _log.Lines.ShouldHaveSingleItem().ShouldStartWith("An export by local of marks, Pseudonymised, as known at position 0 was broken off after ");
    }

    [Fact]
    public async Task EachExport_IsLogged_WithoutPersonalData()
    {
        await _desk.IdentifiedAsync(ExportedTable.Enrolments);
        await _desk.TakeAsync(ExportedTable.Summaries, metadata: new() { { "hub-system", "analysts" } });

        _log.Lines.ShouldBe(
        [
            "local exported enrolments, Identified: 60 rows as known at position 0",
            "analysts exported summaries, Pseudonymised: 60 rows as known at position 0",
        ]);
    }

    /// <returns>0: nobody reads an earlier state any more.</returns>
    private async Task<long> CheckpointAsync()
    {
        await using var context = _hub.Database.CreateReadContext();
        await context.Database.OpenConnectionAsync();
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = TestEngine.IsPostgreSql
            ? "select count(*) from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'"
            : "pragma wal_checkpoint(truncate)";
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
