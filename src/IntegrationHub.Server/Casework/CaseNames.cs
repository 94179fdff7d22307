using IntegrationHub.Server.Feeds.Records;

namespace IntegrationHub.Server.Casework;

/// <summary>What a snapshot names as held, faulty records included.</summary>
internal sealed class CaseNames
{
    private readonly Dictionary<CaseKind, HashSet<string>> _names =
        Enum.GetValues<CaseKind>().ToDictionary(kind => kind, _ => new HashSet<string>(StringComparer.Ordinal));

    public IReadOnlySet<string> this[CaseKind kind] => _names[kind];

    public void Add(in RecordReading<CaseEntry> reading)
    {
        if (reading.Id.Length > 0)
            _names[(CaseKind)reading.Kind].Add(reading.Id);
    }
}
