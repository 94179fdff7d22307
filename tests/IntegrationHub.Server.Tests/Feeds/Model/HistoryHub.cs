using Google.Protobuf;
using Grpc.Core;
using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Contracts.Roll.V1;
using IntegrationHub.Server.Registers;
using IntegrationHub.Server.Schools;
using IntegrationHub.Server.Security;
using Microsoft.Extensions.Hosting;

namespace IntegrationHub.Server.Tests.Feeds.Model;

/// <summary>A real hub, and the contract's calls on it. It can be closed and started again on its folder, and serves many histories.</summary>
internal sealed class HistoryHub : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hub-history-").FullName;
    private TestHub? _serving;

    public FixedClock Clock { get; } = new(new(2021, 12, 1, 9, 0, 0, TimeSpan.Zero));

    public static async Task<HistoryHub> StartAsync()
    {
        var hub = new HistoryHub();
        await hub.ServeAsync();
        return hub;
    }

    public Task AddSchoolAsync(HistorySchool school) => AddSchoolAsync(school.Urn, school.Laestab);

    /// <summary>The hub is told to stop: it announces that to open streams, and waits for them a little.</summary>
    public void Stop() => Hub.Service<IHostApplicationLifetime>().StopApplication();

    public async Task CloseAsync()
    {
        if (_serving is { } serving)
            await serving.DisposeAsync();
        _serving = null;
    }

    public async Task ServeAsync() => _serving = await TestHub.StartAsync(
        options =>
        {
            options.Feeds.DrainTimeout = TimeSpan.FromMilliseconds(200);
            options.Feeds.SnapshotGuardLeast = 1;
        },
        Clock, _folder);

    public FeedLine Line(Writer writer, string writerId)
    {
        var opening = new FeedOpening { WriterId = writerId };
        return IsRegisters(writer)
            ? new FeedLine<SubmitRegistersRequest, SubmitRegistersResponse>(
                Hub.Registers.SubmitRegisters(), new() { Opening = opening },
                (sequence, x) => new() { Submission = new() { Sequence = sequence, Register = (RegisterSubmission)x } },
                x => (x.Acceptance, x.Receipt, x.Progress))
            : new FeedLine<SubmitRollRequest, SubmitRollResponse>(
                Rolls.SubmitRoll(), new() { Opening = opening },
                (sequence, x) => new() { Submission = new() { Sequence = sequence, Roll = (RollSubmission)x } },
                x => (x.Acceptance, x.Receipt, x.Progress));
    }

    public async Task<FeedReceipt> SubmitAloneAsync(IMessage message, string writerId) => message is RegisterSubmission register
        ? (await Hub.Registers.SubmitRegisterAsync(new() { WriterId = writerId, Register = register })).Receipt
        : (await Rolls.SubmitRollChangeAsync(new() { WriterId = writerId, Roll = (RollSubmission)message })).Receipt;

    public async Task<long> WatermarkAsync(Writer writer, string writerId) => IsRegisters(writer)
        ? (await Hub.Registers.GetWriterCheckpointAsync(new() { WriterId = writerId })).Watermark
        : (await Rolls.GetRollCheckpointAsync(new() { WriterId = writerId })).Watermark;

    /// <returns>The reason of the refusal; null: approved.</returns>
    public async Task<string?> ApproveAsync(string snapshotId)
    {
        try
        {
            // Not by the system that sends: it may not.
            await Operations.ApproveSnapshotAsync(
                new() { RequestId = Guid.NewGuid().ToString(), SnapshotId = snapshotId }, new Metadata { { CallerResolver.SystemHeader, "la-operator" } });
            return null;
        }
        catch (RpcException exception)
        {
            return exception.ReasonOf();
        }
    }

    /// <summary>A pupil's marks; none for a pupil whom no roll has named.</summary>
    public async Task<List<string>> MarksAsync(string upn)
    {
        try
        {
            var pupil = await new AttendanceService.AttendanceServiceClient(Hub.Channel).GetPupilAttendanceAsync(
                new() { Upn = upn, IncludeSessions = true });
            return [.. pupil.Sessions.Select(x => $"{x.SessionDate.Year}-{x.SessionDate.Month:00}-{x.SessionDate.Day:00} {x.Session} {x.Code}")];
        }
        catch (RpcException exception) when (exception.ReasonOf() == Domain.Reason.PupilUnknown)
        {
            return [];
        }
    }

    public Task FoldAsync() => Hub.Service<RegisterFolding>().CatchUpAsync(default);

    /// <summary>Marks that are pending, and that are quarantined, in all schools.</summary>
    public async Task<(long Pending, long Quarantined)> HeldMarksAsync()
    {
        await FoldAsync();
        var feeds = await Operations.ListFeedsAsync(new());
        return (feeds.PendingMarks, feeds.QuarantinedMarks);
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private TestHub Hub => _serving ?? throw new InvalidOperationException("The hub is closed.");

    private RollService.RollServiceClient Rolls => new(Hub.Channel);

    private OperationsService.OperationsServiceClient Operations => new(Hub.Channel);

    private static bool IsRegisters(Writer writer) => writer < Writer.RollAnna;

    private async Task AddSchoolAsync(int urn, int laestab)
    {
        await Hub.AddSchoolAsync(urn, laestab);
        Hub.Service<SchoolDirectory>().Invalidate();
    }
}
