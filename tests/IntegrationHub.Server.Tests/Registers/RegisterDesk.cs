using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Server.Registers;
using IntegrationHub.Server.Tests.Roll;

namespace IntegrationHub.Server.Tests.Registers;

/// <summary>A hub with one school, its clock, and somebody who sends registers and looks at what became of them.</summary>
internal sealed class RegisterDesk : IAsyncDisposable
{
    private readonly AttendanceService.AttendanceServiceClient _attendance;

    private RegisterDesk(TestHub hub, FixedClock clock)
    {
        Hub = hub;
        Clock = clock;
        _attendance = new(hub.Channel);
    }

    public TestHub Hub { get; }

    public FixedClock Clock { get; }

    public static async Task<RegisterDesk> OpenAsync(DateTimeOffset now, Action<HubOptions>? configure = null)
    {
        var clock = new FixedClock(now);
        var hub = await TestHub.StartAsync(configure, clock);
        await hub.AddSchoolAsync(RegisterBuilder.Urn, RegisterBuilder.Laestab);
        return new RegisterDesk(hub, clock);
    }

    public Task<long> EnrolAsync(string misPupilId, string? upn = null, DateOnly? entry = null, DateOnly? leaving = null) =>
        Hub.AddPupilAsync(RegisterBuilder.Laestab, upn, misPupilId, entry, leaving);

    public async Task<FeedReceipt> SendAsync(RegisterSubmission register) =>
        (await Hub.Registers.SubmitRegisterAsync(new() { WriterId = "mis", Register = register })).Receipt;

    /// <summary>The codes of a pupil's sessions in a window, oldest first, as a caller sees them.</summary>
    public async Task<IReadOnlyList<string>> CodesAsync(long pupilId, DateOnly? from = null, DateOnly? to = null) =>
        [.. (await AttendanceAsync(pupilId, from, to)).Sessions.Select(x => x.Code)];

    public async Task<GetPupilAttendanceResponse> AttendanceAsync(long pupilId, DateOnly? from = null, DateOnly? to = null) =>
        await _attendance.GetPupilAttendanceAsync(new()
        {
            PupilId = pupilId,
            IncludeSessions = true,
            Window = new()
            {
                StartDate = from is { } start ? RollBuilder.Date(start) : null,
                EndDate = to is { } end ? RollBuilder.Date(end) : null,
            },
        });

    /// <summary>Ends when all registers are in their strips: what has been read merged must read the same.</summary>
    public Task FoldAsync() => Hub.Service<RegisterFolding>().CatchUpAsync(CancellationToken.None);

    public ValueTask DisposeAsync() => Hub.DisposeAsync();
}
