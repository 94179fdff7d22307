using Grpc.Core;
using IntegrationHub.Contracts.Casework.V1;
using IntegrationHub.Contracts.Coverage.V1;
using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Contracts.Quarantine.V1;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Contracts.Roll.V1;
using IntegrationHub.Server.Registers;
using IntegrationHub.Server.Tests.Roll;

namespace IntegrationHub.Server.Tests.Rebuild;

/// <summary>Everybody who sends something to a town's hub, through its contract and never past it.</summary>
internal sealed class TownSender(TestHub hub)
{
    public OperationsService.OperationsServiceClient Operations { get; } = new(hub.Channel);

    public CoverageService.CoverageServiceClient Coverage { get; } = new(hub.Channel);

    public QuarantineService.QuarantineServiceClient Quarantine { get; } = new(hub.Channel);

    public static string NewId() => Guid.NewGuid().ToString();

    /// <summary>Sends rolls on one stream, as a school's system does.</summary>
    public async Task<FeedReceipt> RollsAsync(params RollSubmission[] submissions)
    {
        await using var feed = await hub.Client().OpenRollFeedAsync(new Client.FeedOptions { WriterId = "mis" });
        var receipts = await Task.WhenAll(submissions.Select(x => feed.SubmitAsync(x)));
        await feed.CompleteAsync();
        return receipts[^1];
    }

    public async Task<FeedReceipt> RollChangeAsync(int urn, params RollRecord[] records) => (await new RollService.RollServiceClient(hub.Channel)
        .SubmitRollChangeAsync(new() { WriterId = "live", Roll = RollBuilder.Delta(urn, records) })).Receipt;

    public async Task<FeedReceipt> CasesAsync(params CaseSubmission[] submissions)
    {
        await using var feed = await hub.Client("cms").OpenCaseworkFeedAsync(new Client.FeedOptions { WriterId = "nightly" });
        var receipts = await Task.WhenAll(submissions.Select(x => feed.SubmitAsync(x)));
        await feed.CompleteAsync();
        return receipts[^1];
    }

    public async Task<FeedReceipt> CaseChangeAsync(CaseSubmission submission) => (await new CaseworkService.CaseworkServiceClient(hub.Channel)
        .SubmitCaseChangeAsync(new() { WriterId = "live", Submission = submission })).Receipt;

    public async Task RegistersAsync(params RegisterSubmission[] registers)
    {
        await using var feed = await hub.Client().OpenRegisterFeedAsync(new Client.FeedOptions { WriterId = "mis" });
        await Task.WhenAll(registers.Select(x => feed.SubmitAsync(x)));
        await feed.CompleteAsync();
    }

    public async Task<FeedReceipt> RegisterAsync(RegisterSubmission register) =>
        (await hub.Registers.SubmitRegisterAsync(new() { WriterId = "live", Register = register })).Receipt;

    public async Task SchoolsAsync(params School[] schools) =>
        await Operations.ApplySchoolsAsync(new() { RequestId = NewId(), Schools = { schools } });

    public async Task ApproveAsync(string snapshotId) =>
        await Operations.ApproveSnapshotAsync(new() { RequestId = NewId(), SnapshotId = snapshotId });

    public async Task<ReconciliationRun> ReconcileAsync(DateOnly? asOf = null) => (await Coverage.RunReconciliationAsync(
        new() { AsOfDate = asOf is { } date ? RollBuilder.Date(date) : null })).Run;

    /// <summary>Somebody does something about quarantine. What has changed meanwhile refuses it, and then nothing is done.</summary>
    public async Task MendAsync(Action<ResolveQuarantineRequest> resolution)
    {
        var request = new ResolveQuarantineRequest { RequestId = NewId(), Note = "asked the school" };
        resolution(request);
        try
        {
            await Quarantine.ResolveQuarantineAsync(request, new Metadata { { "hub-person", "Olu Operator" } });
        }
        catch (RpcException refused) when (refused.StatusCode == StatusCode.FailedPrecondition)
        {
        }
    }

    public Task FoldAsync() => hub.Service<RegisterFolding>().CatchUpAsync(CancellationToken.None);
}
