using Grpc.Core;
using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Server.Tests.Registers;

namespace IntegrationHub.Server.Tests.Attendance;

/// <summary>Everything that a hub says about attendance at one moment.</summary>
internal sealed class SaidThen
{
    private const int MostPupils = 24;

    private readonly Dictionary<long, (GetPupilAttendanceResponse Attendance, ListMarkHistoryResponse History)> _pupils = [];
    private readonly List<SummariseAttendanceResponse> _summaries = [];

    public long Position => _summaries[0].Freshness.Position;

    /// <param name="knownAt">The position to ask as of; null: now.</param>
    public static async Task<SaidThen> AskAsync(TestHub hub, long? knownAt)
    {
        var said = new SaidThen();
        var moment = knownAt is { } position ? new KnownAt { Position = position } : null;
        var window = new AttendanceWindow { StartDate = Roll.RollBuilder.Date(RegisterBuilder.Monday), EndDate = Roll.RollBuilder.Date(RegisterBuilder.Monday.AddDays(4)) };
        var attendance = new AttendanceService.AttendanceServiceClient(hub.Channel);
        foreach (var grouping in Enum.GetValues<SummaryGrouping>())
            said._summaries.Add(await attendance.SummariseAttendanceAsync(new() { Window = window, Grouping = grouping, KnownAt = moment }));
        var history = new MarkHistoryService.MarkHistoryServiceClient(hub.Channel);
        for (var pupil = 1; pupil <= MostPupils; pupil++)
        {
            try
            {
                said._pupils[pupil] = (
                    await attendance.GetPupilAttendanceAsync(new() { PupilId = pupil, Window = window, IncludeSessions = true, KnownAt = moment }),
                    await history.ListMarkHistoryAsync(new() { PupilId = pupil, Window = window, IncludeUnchanged = true, KnownAt = moment }));
            }
            catch (RpcException unknown) when (unknown.StatusCode == StatusCode.NotFound)
            {
            }
        }
        return said;
    }

    /// <summary>Asked as of a position, the answers are those given at it.</summary>
    public void ShouldSayTheSame(SaidThen then, string when)
    {
        foreach (var (one, other) in _summaries.Zip(then._summaries))
            one.ShouldBe(other, when);
        foreach (var (pupil, (attendance, history)) in then._pupils)
        {
            // A child who has to be protected since is not shown, of whatever day.
            if (!_pupils.TryGetValue(pupil, out var now))
                continue;
            now.Attendance.ShouldBe(attendance, $"{when}, pupil {pupil}");
            now.History.ShouldBe(history, $"{when}, pupil {pupil}");
        }
    }
}
