using IntegrationHub.Domain;
using IntegrationHub.Server.Feeds.Records;
using IntegrationHub.Server.Feeds.Snapshots;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Model;
using IntegrationHub.Storage.Rows;

namespace IntegrationHub.Server.Casework;

/// <summary>What a delta or a whole snapshot of one source changes: worked out in memory, then saved.</summary>
internal sealed class CaseChange(HubDbContext context, CaseState state, SnapshotMoment moment) : ISnapshotChange
{
    private readonly CaseEntryWriter _writer = new(state, moment.Position);
    private readonly List<ItemNotice> _notices = [];
    private readonly List<(short Kind, string Id, long Position)> _restated = [];
    private SourceLoadRow? _load;

    public IReadOnlyList<SnapshotClosing> Closings { get; private set; } = [];

    public IReadOnlyCollection<SchoolKey> SchoolsToFold => [];

    /// <summary>Applies the records of a delta.</summary>
    public void ApplyDelta(IReadOnlyCollection<Stated<CaseEntry>> entries)
    {
        Apply(entries);
        NoticeUnknownChildren(entries);
    }

    /// <summary>Applies a snapshot: its records, and then closes what was open and is neither named nor stated anew since it began.</summary>
    /// <remarks>What had ended by the snapshot's date is not open. It stays as it is, and answers for the time when it was.</remarks>
    public void ApplySnapshot(SnapshotRow snapshot, IReadOnlyCollection<Stated<CaseEntry>> entries, CaseNames named)
    {
        var persons = state.Persons.Rows.Where(x => x.ClosedPosition is null).ToList();
        var plans = state.Plans.Rows.Where(x => x.ClosedPosition is null && !(x.EndDate <= snapshot.AsOfDate)).ToList();
        var involvements = state.Involvements.Rows.Where(x => x.ClosedPosition is null && !(x.EndDate <= snapshot.AsOfDate)).ToList();
        Apply(entries);
        Closings =
        [
            state.Persons.CloseUnnamed(persons, named[CaseKind.Child], snapshot, moment.Position),
            state.Plans.CloseUnnamed(plans, named[CaseKind.Plan], snapshot, moment.Position),
            state.Involvements.CloseUnnamed(involvements, named[CaseKind.Involvement], snapshot, moment.Position),
        ];
        _writer.Rematch.UnionWith(persons.Where(x => x.ClosedPosition is not null));
        NoticeUnknownChildren(entries);
        _load = new SourceLoadRow
        {
            Authority = state.Source.Authority,
            SourceId = state.Source.SourceId,
            Position = moment.Position,
            AsOfDate = snapshot.AsOfDate,
            ReceivedTime = moment.Time,
            RecordCount = snapshot.RecordCount,
        };
    }

    public async Task<IReadOnlyList<ItemNotice>> SaveAsync(CancellationToken cancellationToken)
    {
        var rows = new RowWriter(context);
        Save(rows, state.Persons);
        Save(rows, state.Plans);
        Save(rows, state.Involvements);
        rows.Insert(state.Subjects.Added);
        context.RemoveRange(state.Subjects.Removed);
        if (_load is not null)
            context.Add(_load);
        await HeldRecords.ForgetAsync(context, state.Source.Authority, Feed.Casework, state.Source.SourceId, _restated, cancellationToken);
        await CaseMatching.RematchAsync(context, state.Source.Authority, moment.Position, _writer.Rematch, cancellationToken);
        return _notices;
    }

    public void Committed()
    {
    }

    private void Apply(IEnumerable<Stated<CaseEntry>> entries)
    {
        var keys = new HashSet<(Type, string)>();
        foreach (var stated in entries)
        {
            _restated.Add(((short)stated.Record.Kind, stated.Record.Id, stated.Position));
            if (!keys.Add((stated.Record.GetType(), stated.Record.Id)))
                Notice(stated.Index, ItemOutcome.Warning, Reason.RecordRepeated);
            if (!_writer.Write(stated))
                Notice(stated.Index, ItemOutcome.Warning, Reason.RecordUnknown);
        }
    }

    /// <summary>An involvement or a plan whose child the source has not sent counts for nobody until the child comes.</summary>
    private void NoticeUnknownChildren(IEnumerable<Stated<CaseEntry>> entries)
    {
        foreach (var stated in entries)
        {
            var unknown = stated.Record switch
            {
                InvolvementEntry involvement => !state.HoldsChild(involvement.Child),
                PlanEntry plan => !plan.Children.All(state.HoldsChild),
                _ => false,
            };
            if (unknown)
                Notice(stated.Index, ItemOutcome.Pending, Reason.ChildUnknown);
        }
    }

    private static void Save<TRow>(RowWriter rows, CaseTable<TRow> table)
        where TRow : class, ICaseRow
    {
        rows.Insert(table.Added);
        rows.Update(table.Changed);
    }

    private void Notice(int index, ItemOutcome outcome, string reason) => _notices.Add(new(index, outcome, reason));
}
