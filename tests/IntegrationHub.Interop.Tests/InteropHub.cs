using Grpc.Net.Client;
using IntegrationHub.Cli.Tests.Faults;
using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Contracts.Roll.V1;
using IntegrationHub.Contracts.Type.V1;
using IntegrationHub.Domain.Identity;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Model;
using IntegrationHub.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using EnrolmentStatus = IntegrationHub.Contracts.Roll.V1.EnrolmentStatus;

namespace IntegrationHub.Interop.Tests;

/// <summary>
/// A hub as a process of its own, with one school whose five pupils the programs mark, and what it holds when asked without them.
/// </summary>
internal sealed class InteropHub : IAsyncDisposable
{
    private const int Pupils = 5;
    private static readonly string[] Codes = ["/", "L", "I", "O", "B"];

    private readonly string _folder;
    private readonly HubProcess _process;
    private readonly GrpcChannel _channel;

    private InteropHub(string folder, HubProcess process, int port)
    {
        _folder = folder;
        _process = process;
        Address = $"127.0.0.1:{port}";
        _channel = GrpcChannel.ForAddress($"http://{Address}");
    }

    /// <summary>Host and port, as gRPC's other clients name a server.</summary>
    public string Address { get; }

    public static async Task<InteropHub> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("hub-interop-").FullName;
        var port = HubProcess.FreePort();
        var hub = new InteropHub(folder, await HubProcess.ServeAsync(folder, port), port);
        await hub.SetUpAsync();
        return hub;
    }

    /// <summary>How the feed of the one writer stands that the programs write as.</summary>
    public async Task<FeedState> FeedAsync(string system)
    {
        var feeds = await new OperationsService.OperationsServiceClient(_channel).ListFeedsAsync(new());
        return feeds.Feeds.Single(x => x.System == system && x.Feed == "REGISTERS" && x.WriterId == "school-900001");
    }

    /// <summary>Each pupil has exactly the marks of the morning registers of these days of September 2021.</summary>
    public async Task ShouldHoldMarksOfAsync(params int[] days)
    {
        var attendance = new AttendanceService.AttendanceServiceClient(_channel);
        for (var pupil = 0; pupil < Pupils; pupil++)
        {
            var answer = await attendance.GetPupilAttendanceAsync(new()
            {
                Upn = UpnOf(pupil),
                IncludeSessions = true,
                Window = new() { StartDate = Day(2021, 9, 1), EndDate = Day(2021, 9, 30) },
            });
            answer.Sessions.Select(x => (x.SessionDate.Day, x.Session, x.Code))
                .ShouldBe(days.Select(day => (day, Contracts.Registers.V1.SchoolSession.Am, Codes[(day + pupil) % Codes.Length])));
        }
    }

    /// <summary>Stops the hub without warning, and reads what is on its disk.</summary>
    /// <returns>The positions of all registers in the journal, by submission id.</returns>
    public async Task<Dictionary<Guid, long>> KillAndReadJournalAsync()
    {
        await _process.KillAsync();
        using var folder = DataFolder.TryOpen(_folder).ShouldNotBeNull();
        await using var database = await SqliteDatabase.OpenAsync(folder.DatabaseFile, default);
        await using var context = database.CreateReadContext();
        return await context.Journal.Where(x => x.Feed == Feed.Registers).ToDictionaryAsync(x => x.SubmissionId, x => x.Position);
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _process.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task SetUpAsync()
    {
        var school = new School { Urn = "900001", Laestab = "8512001", DisplayName = "Interop School", Phase = "Primary" };
        var schools = await new OperationsService.OperationsServiceClient(_channel)
            .ApplySchoolsAsync(new() { RequestId = Guid.NewGuid().ToString(), Schools = { school } });
        schools.RefusedItems.ShouldBeEmpty();
        var roll = new RollSubmission { SubmissionId = Guid.NewGuid().ToString(), SchoolUrn = school.Urn, Records = new() };
        roll.Records.Records.Add(Enumerable.Range(0, Pupils).Select(Record));
        var receipt = await new RollService.RollServiceClient(_channel).SubmitRollChangeAsync(new() { WriterId = "roll", Roll = roll });
        receipt.Receipt.Accepted.Notices.ShouldBeEmpty();
    }

    private static RollRecord Record(int pupil) => new()
    {
        MisPupilId = $"p{pupil + 1}",
        Upn = UpnOf(pupil),
        Forename = "Test",
        Surname = "Child",
        DateOfBirth = Day(2012, 3, 1 + pupil),
        EnrolmentStatus = EnrolmentStatus.Main,
        EntryDate = Day(2019, 9, 1),
        YearGroup = 4,
    };

    private static string UpnOf(int pupil) => Upn.Create(851, 2001, 17, pupil + 1).Value;

    private static Date Day(int year, int month, int day) => new() { Year = year, Month = month, Day = day };
}
