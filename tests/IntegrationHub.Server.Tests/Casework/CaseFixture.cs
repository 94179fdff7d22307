using IntegrationHub.Contracts.Casework.V1;
using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Server.Tests.Roll;
using IntegrationHub.Storage;
using Microsoft.EntityFrameworkCore;
using Source = IntegrationHub.Contracts.Casework.V1.Source;

namespace IntegrationHub.Server.Tests.Casework;

/// <summary>A hub with two schools and two declared sources of case records.</summary>
public sealed class CaseFixture : IAsyncDisposable
{
    private CaseFixture(RollFixture rolls)
    {
        Rolls = rolls;
        Service = new(rolls.Hub.Channel);
        Operations = new(rolls.Hub.Channel);
    }

    public RollFixture Rolls { get; }

    public CaseworkService.CaseworkServiceClient Service { get; }

    public OperationsService.OperationsServiceClient Operations { get; }

    public static async Task<CaseFixture> StartAsync()
    {
        var fixture = new CaseFixture(await RollFixture.StartAsync());
        await fixture.Operations.ApplySourcesAsync(new()
        {
            RequestId = Guid.NewGuid().ToString(),
            Sources = { Declaration(CaseBuilder.SocialCare, "SOCIAL_CARE"), Declaration(CaseBuilder.EarlyHelp, "EARLY_HELP") },
        });
        return fixture;
    }

    public async Task<IReadOnlyList<FeedReceipt>> SendAsync(params CaseSubmission[] submissions)
    {
        await using var feed = await Rolls.Hub.Client("cms").OpenCaseworkFeedAsync(new Client.FeedOptions { WriterId = "nightly" });
        var receipts = await Task.WhenAll(submissions.Select(x => feed.SubmitAsync(x)));
        await feed.CompleteAsync();
        return receipts;
    }

    /// <summary>Sends a whole snapshot and gives its end's receipt.</summary>
    public async Task<FeedReceipt> SnapshotAsync(DateOnly asOf, params CaseRecord[] records) =>
        (await SendAsync(CaseBuilder.Whole(CaseBuilder.SocialCare, asOf, records)))[^1];

    public async Task<FeedReceipt> ChangeAsync(params CaseRecord[] records) => await ChangeAsync(CaseBuilder.SocialCare, records);

    public async Task<FeedReceipt> ChangeAsync(string source, params CaseRecord[] records) =>
        (await Service.SubmitCaseChangeAsync(new() { WriterId = "live", Submission = CaseBuilder.Delta(source, records) })).Receipt;

    public async Task<Source> SourceAsync(DateOnly? asOf = null)
    {
        var sources = await Service.ListSourcesAsync(new() { AsOfDate = RollBuilder.Date(asOf ?? CaseBuilder.Today) });
        return sources.Sources.Single(x => x.SourceId == CaseBuilder.SocialCare);
    }

    /// <summary>The pupil to whom a child of the source is joined; null: to none.</summary>
    public Task<long?> MatchAsync(string child) => ReadAsync(context => context.Matches
        .Where(x => x.SourceId == CaseBuilder.SocialCare && x.SourcePersonId == child && x.ToPosition == null)
        .Select(x => (long?)x.PupilId)
        .SingleOrDefaultAsync());

    public async Task<T> ReadAsync<T>(Func<HubDbContext, Task<T>> read)
    {
        await using var context = Rolls.Hub.Database.CreateReadContext();
        return await read(context);
    }

    public ValueTask DisposeAsync() => Rolls.DisposeAsync();

    private static SourceDeclaration Declaration(string id, string kind) => new()
    {
        SourceId = id,
        SourceKind = kind,
        DisplayName = id,
        CarriesLeads = true,
        CarriesPlans = true,
        IntervalDays = 1,
        Required = true,
    };
}
