using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Server.Tests.Casework;
using IntegrationHub.Server.Tests.Registers;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Server.Tests.Feeds;

/// <summary>Hubs that take every kind of feed: each has a school with a pupil, and a source.</summary>
internal static class FeedTown
{
    public static async Task<TestHub> StartAsync(
        Action<HubOptions>? configure = null, TimeProvider? clock = null, Action<IServiceCollection>? prepare = null)
    {
        var hub = await TestHub.StartAsync(configure, clock, prepare: prepare);
        await hub.AddSchoolAsync(RegisterBuilder.Urn, RegisterBuilder.Laestab);
        await hub.AddPupilAsync(RegisterBuilder.Laestab, null, "p1");
        await new OperationsService.OperationsServiceClient(hub.Channel).ApplySourcesAsync(new()
        {
            RequestId = Guid.NewGuid().ToString(),
            Sources = { new SourceDeclaration { SourceId = CaseBuilder.SocialCare, SourceKind = "SOCIAL_CARE", DisplayName = "Social care", IntervalDays = 1 } },
        });
        return hub;
    }

    /// <summary>A writer that nobody has used.</summary>
    public static string NewWriter() => "writer-" + Guid.NewGuid().ToString("N");
}
