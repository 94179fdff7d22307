using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Contracts.Quarantine.V1;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Server.Tests.Registers;
using IntegrationHub.Server.Tests.Roll;

namespace IntegrationHub.Server.Tests.Quarantine;

/// <summary>A school with two pupils, its registers, and an operator who looks after what does not count.</summary>
public abstract class QuarantineFixture : IAsyncLifetime
{
    internal RollFixture Rolls { get; private set; } = null!;

    internal QuarantineService.QuarantineServiceClient Quarantine { get; private set; } = null!;

    internal static string Ada => RollBuilder.Upn(1);

    internal static string Ben => RollBuilder.Upn(2);

    public async Task InitializeAsync()
    {
        Rolls = await RollFixture.StartAsync();
        Quarantine = new(Rolls.Hub.Channel);
        await Rolls.ChangeAsync(RollBuilder.NorthUrn, RollBuilder.Record("p1", Ada), RollBuilder.Record("p2", Ben, RollBuilder.Born.AddDays(1)));
    }

    public async Task DisposeAsync() => await Rolls.DisposeAsync();

    internal async Task<FeedReceipt> SendAsync(params RegisterMark[] marks) => await SendAsync(RegisterBuilder.Register(marks));

    internal async Task<FeedReceipt> SendAsync(RegisterSubmission register) =>
        (await Rolls.Hub.Registers.SubmitRegisterAsync(new() { WriterId = "mis", Register = register })).Receipt;

    internal static RegisterMark Upn(string upn, string code) => new() { Upn = upn, Code = code };

    internal async Task<ResolveQuarantineResponse> ResolveAsync(Action<ResolveQuarantineRequest> resolution, string person = "Olu Operator")
    {
        var request = new ResolveQuarantineRequest { RequestId = Guid.NewGuid().ToString(), Note = "asked the school" };
        resolution(request);
        return await Quarantine.ResolveQuarantineAsync(request, new Grpc.Core.Metadata { { "hub-person", person } });
    }

    internal Task<ResolveQuarantineResponse> MapAsync(string from, string to) => ResolveAsync(x => x.MapCode = new()
    {
        SchoolLaestab = "8512001",
        SourceCode = from,
        Code = to,
    });

    internal async Task<List<QuarantineItem>> ItemsAsync(params QuarantineKind[] kinds) =>
        [.. (await Quarantine.ListQuarantineAsync(new() { Filter = new() { Kinds = { kinds } } })).Items];

    /// <summary>A pupil's marks of the test's Monday morning, by code and the source's own code.</summary>
    internal async Task<List<(string Code, string SourceCode)>> MarksAsync(string upn)
    {
        var answer = await new AttendanceService.AttendanceServiceClient(Rolls.Hub.Channel).GetPupilAttendanceAsync(new()
        {
            Upn = upn,
            Window = new() { StartDate = RollBuilder.Date(RegisterBuilder.Monday), EndDate = RollBuilder.Date(RegisterBuilder.Monday) },
            IncludeSessions = true,
        });
        return [.. answer.Sessions.Select(x => (x.Code, x.SourceCode))];
    }
}
