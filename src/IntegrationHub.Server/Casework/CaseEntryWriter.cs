using IntegrationHub.Server.Feeds.Snapshots;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Casework;

/// <summary>Writes records of a source into its rows in hand.</summary>
/// <param name="position">The journal position at which the change becomes visible.</param>
internal sealed class CaseEntryWriter(CaseState state, long position)
{
    /// <summary>Children whose matching must be asked again.</summary>
    public HashSet<SourcePersonRow> Rematch { get; } = new(ReferenceEqualityComparer.Instance);

    /// <returns>False: the record takes back what the source does not hold.</returns>
    public bool Write(Stated<CaseEntry> stated)
    {
        switch (stated.Record)
        {
            case ChildEntry child:
                WriteChild(child, stated.Position);
                return true;
            case PlanEntry plan:
                WritePlan(plan, stated.Position);
                return true;
            case InvolvementEntry involvement:
                WriteInvolvement(involvement, stated.Position);
                return true;
            default:
                return TakeBack((RemovalEntry)stated.Record, stated.Position);
        }
    }

    private void WriteChild(ChildEntry entry, long statedPosition)
    {
        if (state.Persons.State(entry.Id, statedPosition, NewPerson) is not { } row)
            return;
        row.Upn = entry.Upn?.Value;
        row.UpnQuality = entry.Upn?.Quality;
        row.NhsNumber = entry.NhsNumber;
        row.Forename = entry.Forename;
        row.Surname = entry.Surname;
        row.DateOfBirth = entry.DateOfBirth;
        row.Sex = entry.Sex;
        row.Postcode = entry.Postcode;
        row.Restricted = entry.Restricted;
        Rematch.Add(row);

        SourcePersonRow NewPerson() => new()
        {
            Authority = state.Source.Authority,
            SourceId = state.Source.SourceId,
            SourcePersonId = entry.Id,
            Forename = "",
            Surname = "",
        };
    }

    private void WritePlan(PlanEntry entry, long statedPosition)
    {
        if (state.Plans.State(entry.Id, statedPosition, NewPlan) is not { } row)
            return;
        row.PlanKind = entry.PlanKind;
        row.StartDate = entry.StartDate;
        row.EndDate = entry.EndDate;
        state.Subjects.Cover(entry.Id, entry.Children);

        CasePlanRow NewPlan() => new()
        {
            Authority = state.Source.Authority,
            SourceId = state.Source.SourceId,
            SourcePlanId = entry.Id,
            PlanKind = entry.PlanKind,
        };
    }

    private void WriteInvolvement(InvolvementEntry entry, long statedPosition)
    {
        if (state.Involvements.State(entry.Id, statedPosition, NewInvolvement) is not { } row)
            return;
        row.SourcePersonId = entry.Child;
        row.LeadKind = entry.LeadKind;
        row.Lead = entry.Lead;
        row.WorkerId = entry.WorkerId;
        row.WorkerName = entry.WorkerName;
        row.TeamId = entry.TeamId;
        row.TeamName = entry.TeamName;
        row.StartDate = entry.StartDate;
        row.EndDate = entry.EndDate;

        InvolvementRow NewInvolvement() => new()
        {
            Authority = state.Source.Authority,
            SourceId = state.Source.SourceId,
            SourceInvolvementId = entry.Id,
            SourcePersonId = entry.Child,
            LeadKind = entry.LeadKind,
        };
    }

    private bool TakeBack(RemovalEntry entry, long statedPosition) => entry.Taken switch
    {
        CaseKind.Child => TakeBackChild(entry.Id, statedPosition),
        CaseKind.Plan => TryClose(state.Plans, entry.Id, statedPosition),
        _ => TryClose(state.Involvements, entry.Id, statedPosition),
    };

    private bool TakeBackChild(string id, long statedPosition)
    {
        if (!TryClose(state.Persons, id, statedPosition))
            return false;
        Rematch.Add(state.Persons.Find(id)!);
        foreach (var involvement in state.Involvements.Rows.Where(x => x.SourcePersonId == id && x.ClosedPosition is null))
            state.Involvements.Close(involvement, statedPosition, position);
        state.Subjects.Uncover(id);
        return true;
    }

    private bool TryClose<TRow>(CaseTable<TRow> table, string id, long statedPosition)
        where TRow : class, ICaseRow
    {
        if (table.Find(id) is not { } row)
            return false;
        table.Close(row, statedPosition, position);
        return true;
    }
}
