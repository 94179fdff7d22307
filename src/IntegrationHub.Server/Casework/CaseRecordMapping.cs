using IntegrationHub.Domain.Casework;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Casework;

/// <summary>Case records between their rows and the domain.</summary>
internal static class CaseRecordMapping
{
    public static LeadRecord ToLeadRecord(this InvolvementRow row) => new()
    {
        RecordId = row.SourceInvolvementId,
        LeadKind = row.LeadKind,
        WorkerId = row.WorkerId,
        WorkerName = row.WorkerName,
        TeamId = row.TeamId,
        TeamName = row.TeamName,
        Start = row.StartDate,
        End = row.EndDate,
    };

    public static PlanRecord ToPlanRecord(this CasePlanRow row) => new()
    {
        RecordId = row.SourcePlanId,
        PlanKind = row.PlanKind,
        Start = row.StartDate,
        End = row.EndDate,
    };
}
