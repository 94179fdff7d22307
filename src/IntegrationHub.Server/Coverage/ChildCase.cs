using IntegrationHub.Domain.Casework;

namespace IntegrationHub.Server.Coverage;

/// <summary>What all sources hold of one child, and what they may hold.</summary>
internal sealed class ChildCase
{
    private readonly Dictionary<string, ChildRecords> _bySource = new(StringComparer.Ordinal);

    /// <summary>A child of whom no source holds anything.</summary>
    public static ChildCase Unknown { get; } = new();

    /// <summary>Whether a record joined to the child is restricted.</summary>
    public bool Restricted { get; set; }

    /// <summary>What one source holds; empty records where it holds nothing.</summary>
    public ChildRecords Of(string sourceId) => _bySource.GetValueOrDefault(sourceId, ChildRecords.Nothing);

    /// <summary>What one source holds, to be added to.</summary>
    public ChildRecords In(string sourceId)
    {
        if (!_bySource.TryGetValue(sourceId, out var records))
            _bySource[sourceId] = records = new ChildRecords();
        return records;
    }
}
