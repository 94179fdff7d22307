using IntegrationHub.Domain.Casework;

namespace IntegrationHub.Server.Coverage;

/// <summary>What all sources hold of one child, and what they may hold.</summary>
internal sealed class ChildCase
{
    private readonly Dictionary<string, SourceRecords> _bySource = new(StringComparer.Ordinal);

    /// <summary>A child of whom no source holds anything.</summary>
    public static ChildCase Unknown { get; } = new();

    /// <summary>Whether a record joined to the child is restricted.</summary>
    public bool Restricted { get; set; }

    /// <summary>What one source holds; empty records where it holds nothing.</summary>
    public SourceRecords Of(string sourceId) => _bySource.GetValueOrDefault(sourceId, SourceRecords.Nothing);

    /// <summary>What one source holds, to be added to.</summary>
    public SourceRecords In(string sourceId)
    {
        if (!_bySource.TryGetValue(sourceId, out var records))
            _bySource[sourceId] = records = new SourceRecords();
        return records;
    }
}

/// <summary>What one source holds of one child.</summary>
internal sealed class SourceRecords
{
    public static SourceRecords Nothing { get; } = new();

    public List<LeadRecord> Leads { get; } = [];

    public List<PlanRecord> Plans { get; } = [];

    /// <summary>Whether a record of the source is joined to the child.</summary>
    public bool HoldsChild { get; set; }

    /// <summary>Whether the source holds a record, joined to nobody, that may be this child's.</summary>
    public bool UnresolvedCandidate { get; set; }
}
