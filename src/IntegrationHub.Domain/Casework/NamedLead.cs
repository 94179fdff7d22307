using IntegrationHub.Domain.Identity;

namespace IntegrationHub.Domain.Casework;

/// <summary>A person who leads for a child, and the source that says so.</summary>
public sealed record NamedLead(string SourceId, LeadRecord Record)
{
    /// <summary>True for a lead of the local authority.</summary>
    public bool IsLa => Record.IsLa;

    /// <summary>True when both are shown to be one person: by name, surname first or last, or by the same worker id.</summary>
    /// <remarks>
    /// Systems number their workers apart, so ids that differ prove nothing by themselves; without names they count as two people until
    /// shown otherwise.
    /// </remarks>
    public bool IsSamePersonAs(NamedLead other) =>
        NameComparison.SameInEitherOrder(RealName, other.RealName)
        || (RealId is { } id && string.Equals(id, other.RealId, StringComparison.OrdinalIgnoreCase));

    private string? RealName => WorkerPlaceholder.IsPlaceholder(Record.WorkerName) ? null : Record.WorkerName;

    private string? RealId => WorkerPlaceholder.IsPlaceholder(Record.WorkerId) ? null : Record.WorkerId!.Trim();
}
