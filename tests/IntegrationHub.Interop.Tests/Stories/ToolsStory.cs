using Grpc.Core;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Interop.Tests.Languages;

namespace IntegrationHub.Interop.Tests.Stories;

/// <summary>The program tools of each language: health, and the contracts as the hub tells them.</summary>
internal static class ToolsStory
{
    private static readonly string[] Services =
    [
        "grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection",
        "integrationhub.attendance.v1.AttendanceService", "integrationhub.attendance.v1.MarkHistoryService", "integrationhub.casework.v1.CaseworkService",
        "integrationhub.coverage.v1.CoverageService", "integrationhub.feedback.v1.SchoolFeedbackService",
        "integrationhub.healthabsence.v1.HealthAbsenceService", "integrationhub.export.v1.ExportService",
        "integrationhub.operations.v1.OperationsService",
        "integrationhub.quarantine.v1.QuarantineService",
        "integrationhub.registers.v1.RegisterIngestService", "integrationhub.roll.v1.RollService",
        "integrationhub.thresholds.v1.ThresholdService",
    ];

    public static async Task ShouldHoldAsync(Language language)
    {
        await using var hub = await InteropHub.StartAsync();
        var facts = await language.RunAsync<ToolsFacts>("tools", hub.Address);
        (facts.Hub, facts.Service, facts.Unknown).ShouldBe(("SERVING", "SERVING", "NOT_FOUND"));
        (facts.Watched, facts.WatchedUnknown).ShouldBe(("SERVING", "SERVICE_UNKNOWN"));

        facts.Services.ShouldBe(Services, ignoreOrder: true);
        facts.Files[0].ShouldBe("integrationhub/registers/v1/register_ingest.proto");
        facts.Files.Skip(1).ShouldBe(
            [
                "google/protobuf/duration.proto", "google/protobuf/timestamp.proto", "integrationhub/feed/v1/feed.proto",
                "integrationhub/type/v1/date.proto",
            ], ignoreOrder: true);
        facts.Calls.ShouldBe(RegisterIngestService.Descriptor.Methods.Select(x => x.Name));
        facts.Stranger.ShouldBe((int)StatusCode.NotFound);
    }

    private sealed record ToolsFacts(
        string Hub, string Service, string Unknown, string Watched, string WatchedUnknown, IReadOnlyList<string> Services,
        IReadOnlyList<string> Files, IReadOnlyList<string> Calls, int Stranger);
}
