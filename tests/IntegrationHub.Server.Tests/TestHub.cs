using Grpc.Net.Client;
using IntegrationHub.Client;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Model;
using IntegrationHub.Storage.Tests.PostgreSql;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Server.Tests;

/// <summary>A real hub on free loopback ports over a database file of its own, and a channel to it.</summary>
public sealed class TestHub : IAsyncDisposable
{
    public const string Authority = "851";

    private readonly DataFolder _folder;
    private readonly HubHost _host;
    private readonly bool _keepFolder;
    private readonly string? _ownDatabase;

    private TestHub(DataFolder folder, HubHost host, bool keepFolder, string? ownDatabase)
    {
        _folder = folder;
        _host = host;
        _keepFolder = keepFolder;
        _ownDatabase = ownDatabase;
        Channel = GrpcChannel.ForAddress(host.GrpcAddress);
        Registers = new RegisterIngestService.RegisterIngestServiceClient(Channel);
    }

    public GrpcChannel Channel { get; }

    public RegisterIngestService.RegisterIngestServiceClient Registers { get; }

    public string FolderPath => _folder.Path;

    public HubDatabase Database => Service<HubDatabase>();

    public HubHost Host => _host;

    public static async Task<TestHub> StartAsync(
        Action<HubOptions>? configure = null, TimeProvider? clock = null, string? folderPath = null, Action<IServiceCollection>? prepare = null)
    {
        var path = folderPath ?? Path.Combine(Path.GetTempPath(), "hub-test-" + Guid.NewGuid().ToString("N"));
        var folder = DataFolder.TryOpen(path).ShouldNotBeNull();
        // A folder that stays holds the embedded engine's file, which is what such tests are about.
        var database = TestEngine.IsPostgreSql && folderPath is null ? await TestEngine.CreateDatabaseAsync() : null;
        var host = await HubHost.StartAsync(folder, Configure, services =>
        {
            if (clock is not null)
                services.AddSingleton(clock);
            prepare?.Invoke(services);
        });
        return new TestHub(folder, host, keepFolder: folderPath is not null, database);

        void Configure(HubOptions options)
        {
            options.Authority = Authority;
            options.Storage.ConnectionString = database ?? "";
            options.GrpcPort = 0;
            options.PagePort = 0;
            options.Reconciliation.Schedule = "";
            options.Quarantine.Schedule = "";
            configure?.Invoke(options);
        }
    }

    public T Service<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    public HubClient Client(string system = "mis-test") => new(Channel, new HubClientOptions { System = system });

    /// <summary>Writes rows as a feature would, without going through it.</summary>
    public async Task WriteAsync(Action<HubDbContext> write)
    {
        await using var transaction = await Database.BeginWriteAsync(CancellationToken.None);
        write(transaction.Context);
        await transaction.Context.SaveChangesAsync();
        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <summary>Puts a school on file.</summary>
    public Task AddSchoolAsync(int urn, int laestab, DateOnly? closeDate = null) => WriteAsync(context =>
    {
        context.Add(new SchoolRow { Authority = Authority, Laestab = laestab, Name = $"School {laestab}", Phase = "Primary" });
        context.Add(new SchoolUrnRow { Authority = Authority, Urn = urn, Laestab = laestab, CloseDate = closeDate });
    });

    /// <summary>Puts a pupil on a school's roll, as of a journal position.</summary>
    public async Task<long> AddPupilAsync(int laestab, string? upn, string misPupilId, DateOnly? entry = null, DateOnly? leaving = null)
    {
        var pupil = new PupilRow
        {
            Authority = Authority,
            Forename = "Test",
            Surname = "Child",
            DateOfBirth = new(2012, 3, 4),
            HomeAuthority = Authority,
        };
        await WriteAsync(context => context.Add(pupil));
        await WriteAsync(context =>
        {
            if (upn is not null)
                context.Add(Identifier(pupil.PupilId, IdentifierScheme.Upn, 0, upn));
            context.Add(Identifier(pupil.PupilId, IdentifierScheme.Mis, laestab, misPupilId));
            context.Add(new EnrolmentRow
            {
                Authority = Authority,
                PupilId = pupil.PupilId,
                Laestab = laestab,
                MisPupilId = misPupilId,
                Status = EnrolmentStatus.Main,
                EntryDate = entry ?? new(2019, 9, 1),
                LeavingDate = leaving,
                YearGroup = 4,
            });
        });
        return pupil.PupilId;
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await _host.DisposeAsync();
        if (_ownDatabase is not null)
            await TestEngine.DropDatabaseAsync(_ownDatabase);
        _folder.Dispose();
        if (!_keepFolder)
            Directory.Delete(_folder.Path, recursive: true);
    }

    private static PupilIdentifierRow Identifier(long pupilId, string scheme, int scope, string value) => new()
    {
        Authority = Authority,
        PupilId = pupilId,
        Scheme = scheme,
        Scope = scope,
        Value = value,
        Quality = "VALID",
    };
}
