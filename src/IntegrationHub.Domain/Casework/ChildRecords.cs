namespace IntegrationHub.Domain.Casework;

/// <summary>What one source holds of one child, and what it may hold besides.</summary>
/// <remarks>
/// A record that was sent and does not count, because it cannot be read, is not nothing: it may be the very lead that seems to be
/// missing. Whoever is told of it says so instead of "none".
/// </remarks>
public sealed class ChildRecords
{
    /// <summary>Of a child of whom the source holds nothing.</summary>
    public static ChildRecords Nothing { get; } = new();

    /// <summary>The lead records that it holds, open or not on the date asked about.</summary>
    public IList<LeadRecord> Leads { get; init; } = [];

    /// <summary>The plans covering the child that it holds, open or not on the date asked about.</summary>
    public IList<PlanRecord> Plans { get; init; } = [];

    /// <summary>Whether a record of the source is joined to the child, with or without leads and plans.</summary>
    public bool HoldsChild { get; set; }

    /// <summary>Whether the source holds a record, joined to nobody, that may be this child's.</summary>
    public bool UnresolvedCandidate { get; set; }

    /// <summary>Whether a record that may give the child a lead waits to be mended.</summary>
    public bool LeadSetAside { get; set; }

    /// <summary>Whether a plan that names the child waits to be mended.</summary>
    public bool PlanSetAside { get; set; }
}
