using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Contracts.Casework.V1;
using IntegrationHub.Contracts.Coverage.V1;
using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Contracts.Roll.V1;
using IntegrationHub.Server.Registers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using static IntegrationHub.Server.Tests.Feeds.Fuzz.FuzzSamples;

namespace IntegrationHub.Server.Tests.Feeds.Fuzz;

/// <summary>A hub under fire, with a school and a feed beside it that must notice nothing.</summary>
internal sealed class FuzzHub : IAsyncDisposable
{
    private const string CalmUrn = "900002";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly CapturedErrors _errors = new();
    private readonly CancellationTokenSource _stop = new();
    private TestHub _hub = null!;
    private Task _calm = Task.CompletedTask;
    private string? _interruption;

    public RawCall Raw => new(_hub.Channel.CreateCallInvoker());

    public static async Task<FuzzHub> StartAsync()
    {
        var fuzz = new FuzzHub();
        fuzz._hub = await TestHub.StartAsync(prepare: x => x.RemoveAll<ILoggerProvider>().AddSingleton<ILoggerProvider>(fuzz._errors));
        await fuzz.SetUpAsync();
        fuzz._calm = Task.Run(fuzz.SendCalmlyAsync);
        return fuzz;
    }

    /// <summary>Everything that was accepted folds, every question is answered, nothing unforeseen was logged, and the calm feed goes on.</summary>
    public async Task ShouldBeWellAsync()
    {
        _errors.Errors.ShouldBeEmpty();
        using var patience = new CancellationTokenSource(Patience);
        await _hub.Service<RegisterFolding>().CatchUpAsync(patience.Token);
        var attendance = new AttendanceService.AttendanceServiceClient(_hub.Channel);
        await attendance.SummariseAttendanceAsync(new() { Grouping = SummaryGrouping.School, Window = Year() });
        for (var i = 0; i < Pupils; i++)
            await AnsweredAsync(async () => await attendance.GetPupilAttendanceAsync(new() { Upn = UpnOf(i), IncludeSessions = true, Window = Year() }));
        await new CaseworkService.CaseworkServiceClient(_hub.Channel).ListSourcesAsync(new());
        await new OperationsService.OperationsServiceClient(_hub.Channel).ListFeedsAsync(new());
        await new CoverageService.CoverageServiceClient(_hub.Channel).RunReconciliationAsync(new() { AsOfDate = ToDate(Monday.AddDays(4)) });
        _errors.Errors.ShouldBeEmpty();
        _interruption.ShouldBeNull("the calm feed was interrupted");
        _calm.IsCompleted.ShouldBeFalse($"the calm feed ended: {_calm.Exception}");
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _calm.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _hub.DisposeAsync();
        _stop.Dispose();
    }

    /// <summary>A question that was refused for a reason was answered: mutated rolls may well have made a child unknown.</summary>
    private static async Task AnsweredAsync(Func<Task> question)
    {
        try
        {
            await question();
        }
        catch (Grpc.Core.RpcException exception)
        {
            exception.ReasonOf().ShouldNotBeNullOrEmpty(exception.Status.ToString());
        }
    }

    private async Task SetUpAsync()
    {
        var operations = new OperationsService.OperationsServiceClient(_hub.Channel);
        await operations.ApplySchoolsAsync(new()
        {
            RequestId = Guid.NewGuid().ToString(),
            Schools =
            {
                new School { Urn = Urn, Laestab = Laestab, DisplayName = "One", Phase = "Primary" },
                new School { Urn = CalmUrn, Laestab = "8512002", DisplayName = "Two", Phase = "Primary" },
            },
        });
        await operations.ApplySourcesAsync(new()
        {
            RequestId = Guid.NewGuid().ToString(),
            Sources =
            {
                new SourceDeclaration
                {
                    SourceId = FuzzSamples.Source, SourceKind = "SOCIAL_CARE", DisplayName = "SC", CarriesLeads = true, CarriesPlans = true,
                    IntervalDays = 7,
                },
            },
        });
        var rolls = new RollService.RollServiceClient(_hub.Channel);
        var roll = FuzzSamples.Roll(new Random(0));
        (await rolls.SubmitRollChangeAsync(new() { WriterId = "set-up", Roll = roll })).Receipt.Accepted.Notices.ShouldBeEmpty();
    }

    private async Task SendCalmlyAsync()
    {
        await using var feed = await _hub.Client("calm").OpenRegisterFeedAsync(new()
        {
            WriterId = "calm",
            OnInterruption = x => _interruption ??= x.ToString(),
        });
        for (var i = 0; !_stop.IsCancellationRequested; i++)
        {
            var register = new RegisterSubmission
            {
                SubmissionId = Guid.NewGuid().ToString(),
                SchoolUrn = CalmUrn,
                SessionDate = ToDate(Monday),
                Session = SchoolSession.Am,
                Marks = { new RegisterMark { MisPupilId = "nobody", Code = "L" } },
            };
            var receipt = await feed.SubmitAsync(register, _stop.Token).WaitAsync(Patience, _stop.Token);
            receipt.Accepted.ShouldNotBeNull(receipt.ToString());
            // Enough to notice, and not so much that the journal is all calm.
            await Task.Delay(TimeSpan.FromMilliseconds(20), _stop.Token);
        }
    }

    private static AttendanceWindow Year() => new() { StartDate = ToDate(new(2021, 8, 1)), EndDate = ToDate(new(2022, 7, 31)) };
}
