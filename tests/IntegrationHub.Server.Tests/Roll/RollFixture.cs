using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Contracts.Roll.V1;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Tests.Roll;

/// <summary>A hub with two schools, and a vendor who sends their rolls.</summary>
public sealed class RollFixture : IAsyncDisposable
{
    private RollFixture(TestHub hub)
    {
        Hub = hub;
        Service = new RollService.RollServiceClient(hub.Channel);
    }

    public TestHub Hub { get; }

    public RollService.RollServiceClient Service { get; }

    public static async Task<RollFixture> StartAsync(Action<HubOptions>? configure = null)
    {
        var hub = await TestHub.StartAsync(configure);
        await hub.AddSchoolAsync(RollBuilder.NorthUrn, RollBuilder.North);
        await hub.AddSchoolAsync(RollBuilder.SouthUrn, RollBuilder.South);
        return new RollFixture(hub);
    }

    /// <summary>Sends submissions on one stream and waits for their receipts.</summary>
    public async Task<IReadOnlyList<FeedReceipt>> SendAsync(params RollSubmission[] submissions)
    {
        await using var feed = await Hub.Client().OpenRollFeedAsync(new Client.FeedOptions { WriterId = "mis" });
        var receipts = await Task.WhenAll(submissions.Select(x => feed.SubmitAsync(x)));
        await feed.CompleteAsync();
        return receipts;
    }

    /// <summary>Sends a whole snapshot and gives its end's receipt.</summary>
    public async Task<FeedReceipt> SnapshotAsync(int urn, DateOnly asOf, params RollRecord[] records) =>
        (await SendAsync(RollBuilder.Whole(urn, asOf, records)))[^1];

    public async Task<FeedReceipt> ChangeAsync(int urn, params RollRecord[] records) =>
        (await Service.SubmitRollChangeAsync(new() { WriterId = "mis", Roll = RollBuilder.Delta(urn, records) })).Receipt;

    public async Task<Pupil> PupilAsync(string upn) => (await Service.GetPupilAsync(new() { Upn = upn })).Pupil;

    /// <summary>A school's enrolments that count, by the MIS's identifier and entry date.</summary>
    public async Task<List<EnrolmentRow>> EnrolmentsAsync(int laestab = RollBuilder.North)
    {
        await using var context = Hub.Database.CreateReadContext();
        return await context.Enrolments
            .Where(x => x.Authority == TestHub.Authority && x.Laestab == laestab && !x.Removed)
            .OrderBy(x => x.MisPupilId).ThenBy(x => x.EntryDate)
            .ToListAsync();
    }

    public ValueTask DisposeAsync() => Hub.DisposeAsync();
}
