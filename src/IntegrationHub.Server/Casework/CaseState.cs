using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Casework;

/// <summary>What a change of one source has in hand.</summary>
internal sealed class CaseState(CaseSourceKey source)
{
    public CaseSourceKey Source => source;

    public CaseTable<SourcePersonRow> Persons { get; } = new(x => x.SourcePersonId);

    public CaseTable<CasePlanRow> Plans { get; } = new(x => x.SourcePlanId);

    public CaseTable<InvolvementRow> Involvements { get; } = new(x => x.SourceInvolvementId);

    public PlanSubjects Subjects { get; } = new(source);

    public bool HoldsChild(string id) => Persons.Find(id) is { ClosedPosition: null };
}

/// <summary>A source of an authority.</summary>
internal readonly record struct CaseSourceKey(string Authority, string SourceId);
