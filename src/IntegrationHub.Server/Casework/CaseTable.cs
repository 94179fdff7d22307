using IntegrationHub.Server.Feeds.Snapshots;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Casework;

/// <summary>A source's rows of one kind while a change is worked out in memory.</summary>
internal sealed class CaseTable<TRow>(Func<TRow, string> idOf)
    where TRow : class, ICaseRow
{
    private readonly Dictionary<string, TRow> _rows = new(StringComparer.Ordinal);
    private readonly HashSet<TRow> _added = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<TRow> _changed = new(ReferenceEqualityComparer.Instance);

    public IEnumerable<TRow> Rows => _rows.Values;

    public IReadOnlyCollection<TRow> Added => _added;

    public IReadOnlyCollection<TRow> Changed => _changed;

    public void Load(TRow row) => _rows.TryAdd(idOf(row), row);

    public TRow? Find(string id) => _rows.GetValueOrDefault(id);

    /// <summary>The row for a record to write itself into.</summary>
    /// <returns>Null: a later statement about it stands.</returns>
    public TRow? State(string id, long statedPosition, Func<TRow> create)
    {
        if (!_rows.TryGetValue(id, out var row))
        {
            row = _rows[id] = create();
            _added.Add(row);
        }
        else if (row.Position > statedPosition)
        {
            return null;
        }
        row.Position = statedPosition;
        row.ClosedPosition = null;
        Change(row);
        return row;
    }

    /// <summary>Closes a row, unless a later statement about it stands.</summary>
    public void Close(TRow row, long statedPosition, long position)
    {
        if (row.Position > statedPosition)
            return;
        row.Position = statedPosition;
        row.ClosedPosition ??= position;
        Change(row);
    }

    /// <summary>Closes those of the rows that a snapshot neither names nor had stated anew since it began.</summary>
    public SnapshotClosing CloseUnnamed(IReadOnlyCollection<TRow> open, IReadOnlySet<string> named, SnapshotRow snapshot, long position)
    {
        var closing = open.Where(x => !named.Contains(idOf(x)) && x.Position <= snapshot.BeginPosition).ToList();
        foreach (var row in closing)
            Close(row, snapshot.BeginPosition, position);
        return new(open.Count, closing.Count);
    }

    private void Change(TRow row)
    {
        if (!_added.Contains(row))
            _changed.Add(row);
    }
}
