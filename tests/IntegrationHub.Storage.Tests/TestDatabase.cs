using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Model;
using IntegrationHub.Storage.PostgreSql;
using IntegrationHub.Storage.Sqlite;
using IntegrationHub.Storage.Tests.PostgreSql;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Storage.Tests;

/// <summary>A database of its own, on the engine that the tests run on; deleted with the test.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    public const string Authority = "851";
    public const int Laestab = 8512001;

    private readonly string _folder = Directory.CreateTempSubdirectory("hub-storage-").FullName;
    private readonly string? _connectionString;

    private TestDatabase(string? connectionString) => _connectionString = connectionString;

    public static SchoolKey School => new(Authority, Laestab);

    public HubDatabase Database { get; private set; } = null!;

    private string File => Path.Combine(_folder, "hub.db");

    public static async Task<TestDatabase> OpenAsync()
    {
        var test = new TestDatabase(TestEngine.IsPostgreSql ? await TestEngine.CreateDatabaseAsync() : null);
        await test.OpenDatabaseAsync();
        return test;
    }

    public async Task ReopenAsync()
    {
        await Database.DisposeAsync();
        await OpenDatabaseAsync();
    }

    public async Task WriteAsync(Action<HubDbContext> write)
    {
        await using var transaction = await Database.BeginWriteAsync(CancellationToken.None);
        write(transaction.Context);
        await transaction.Context.SaveChangesAsync();
        await transaction.CommitAsync(CancellationToken.None);
    }

    public Task ExecuteAsync(string sql) => WriteSqlAsync(sql);

    /// <summary>Puts the test school on file.</summary>
    public Task AddSchoolAsync() => WriteAsync(context =>
        context.Add(new SchoolRow { Authority = Authority, Laestab = Laestab, Name = "Test School", Phase = "Primary" }));

    /// <summary>States a pupil's stay at the test school by a MIS identifier, for the first time or anew, as a roll's change at a position.</summary>
    public async Task<long> StateStayAsync(string misPupilId, DateOnly entry, DateOnly? leaving, bool removed, long position)
    {
        await using var transaction = await Database.BeginWriteAsync(CancellationToken.None);
        var context = transaction.Context;
        var stay = await context.Enrolments.SingleOrDefaultAsync(x => x.MisPupilId == misPupilId)
            ?? context.Add(await NewStayAsync(context, misPupilId)).Entity;
        (stay.EntryDate, stay.LeavingDate, stay.Removed, stay.Position) = (entry, leaving, removed, position);
        await context.SaveChangesAsync();
        await RollTouches.WriteAsync(context, School, [(stay.EnrolmentId, stay.PupilId)], position, CancellationToken.None);
        await context.SaveChangesAsync();
        await transaction.CommitAsync(CancellationToken.None);
        return stay.EnrolmentId;
    }

    private static async Task<EnrolmentRow> NewStayAsync(HubDbContext context, string misPupilId)
    {
        var pupil = new PupilRow
        {
            Authority = Authority,
            Forename = "Test",
            Surname = "Child",
            DateOfBirth = new(2012, 3, 4),
            HomeAuthority = Authority,
        };
        context.Add(pupil);
        await context.SaveChangesAsync();
        context.Add(new PupilIdentifierRow
        {
            Authority = Authority,
            PupilId = pupil.PupilId,
            Scheme = IdentifierScheme.Mis,
            Scope = Laestab,
            Value = misPupilId,
            Quality = "AS_GIVEN",
        });
        return new()
        {
            Authority = Authority,
            PupilId = pupil.PupilId,
            Laestab = Laestab,
            MisPupilId = misPupilId,
            Status = EnrolmentStatus.Main,
        };
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        if (_connectionString is not null)
            await TestEngine.DropDatabaseAsync(_connectionString);
        Directory.Delete(_folder, recursive: true);
    }

    private async Task OpenDatabaseAsync() => Database = _connectionString is null
        ? await SqliteDatabase.OpenAsync(File, CancellationToken.None)
        : await PostgreSqlDatabase.OpenAsync(_connectionString, CancellationToken.None);

    private async Task WriteSqlAsync(string sql)
    {
        await using var transaction = await Database.BeginWriteAsync(CancellationToken.None);
        await using (var command = transaction.Connection.CreateCommand())
        {
            (command.CommandText, command.Transaction) = (sql, transaction.Transaction);
            await command.ExecuteNonQueryAsync();
        }
        await transaction.CommitAsync(CancellationToken.None);
    }
}
