using IntegrationHub.Storage.Journal;

namespace IntegrationHub.Server.Feeds.Records;

/// <summary>The records of one submission, read: those that count, those that are set aside, and what is to be said of either.</summary>
internal sealed class ReadRecords<TEntry>
    where TEntry : class
{
    private readonly List<(int Index, TEntry Entry)> _entries = [];
    private readonly List<SetAsideRecord> _setAside = [];
    private readonly List<ItemNotice> _notices = [];

    private ReadRecords()
    {
    }

    /// <summary>The records that count, by their index.</summary>
    public IReadOnlyList<(int Index, TEntry Entry)> Entries => _entries;

    public IReadOnlyList<SetAsideRecord> SetAside => _setAside;

    public IReadOnlyList<ItemNotice> Notices => _notices;

    public static ReadRecords<TEntry> Of<TRecord>(IReadOnlyList<TRecord> records, Func<TRecord, RecordReading<TEntry>> read)
    {
        var all = new ReadRecords<TEntry>();
        for (var i = 0; i < records.Count; i++)
            all.Add(i, read(records[i]));
        return all;
    }

    private void Add(int index, in RecordReading<TEntry> reading)
    {
        if (reading.Fault is { } fault)
        {
            _notices.Add(new(index, ItemOutcome.Quarantined, fault));
            _setAside.Add(new(index, fault, reading.Kind, reading.Id));
        }
        else
        {
            _entries.Add((index, reading.Entry!));
        }
        foreach (var warning in reading.Warnings)
            _notices.Add(new(index, ItemOutcome.Warning, warning));
    }
}

/// <summary>A record that does not count until it is mended.</summary>
/// <param name="Index">Index in its submission.</param>
/// <param name="Reason">Why, from the published catalogue.</param>
/// <param name="Kind">The feed's number for the kind of record.</param>
/// <param name="Id">What it names; empty: nothing that can be told.</param>
internal readonly record struct SetAsideRecord(int Index, string Reason, short Kind, string Id);
