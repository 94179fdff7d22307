using IntegrationHub.Server.Casework;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Coverage;

/// <summary>Reads what the sources hold of some children, in a handful of queries however many they are.</summary>
/// <remarks>Records count as the sources state them in the snapshot: what was taken back, or left out of the last load, is gone.</remarks>
/// <param name="asOf">The date asked about: what had surely ended by then hides nothing.</param>
internal sealed class CaseReader(HubDbContext context, string authority, IReadOnlyList<long> pupils, DateOnly asOf)
{
    private readonly Dictionary<long, ChildCase> _cases = [];
    private readonly Dictionary<(string SourceId, string SourcePersonId), long> _joined = [];

    public async Task<IReadOnlyDictionary<long, ChildCase>> ReadAsync(CancellationToken cancellationToken)
    {
        if (pupils.Count == 0)
            return _cases;
        await ReadPersonsAsync(cancellationToken);
        await ReadLeadsAsync(cancellationToken);
        await ReadPlansAsync(cancellationToken);
        var index = new CandidateIndex(await KnownAsync(cancellationToken), await UpnsAsync(cancellationToken));
        await ReadCandidatesAsync(index, cancellationToken);
        await ReadSetAsideAsync(index, cancellationToken);
        return _cases;
    }

    private async Task ReadPersonsAsync(CancellationToken cancellationToken)
    {
        var joined = from person in Joined
                     select new { person.PupilId, person.SourceId, person.SourcePersonId, person.Restricted };
        await foreach (var person in joined.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var child = Case(person.PupilId);
            child.In(person.SourceId).HoldsChild = true;
            child.Restricted |= person.Restricted;
            _joined[(person.SourceId, person.SourcePersonId)] = person.PupilId;
        }
    }

    private async Task ReadLeadsAsync(CancellationToken cancellationToken)
    {
        var leads =
            from person in Joined
            join involvement in context.Involvements
                on new { person.SourceId, person.SourcePersonId } equals new { involvement.SourceId, involvement.SourcePersonId }
            where involvement.Authority == authority && involvement.Lead && involvement.ClosedPosition == null
            orderby involvement.SourceId, involvement.SourceInvolvementId
            select new { person.PupilId, Involvement = involvement };
        await foreach (var lead in leads.AsAsyncEnumerable().WithCancellation(cancellationToken))
            Case(lead.PupilId).In(lead.Involvement.SourceId).Leads.Add(lead.Involvement.ToLeadRecord());
    }

    /// <summary>A plan is a plan of every child it names, on whosever record it stands.</summary>
    private async Task ReadPlansAsync(CancellationToken cancellationToken)
    {
        var plans =
            from person in Joined
            join subject in context.CasePlanSubjects
                on new { person.SourceId, person.SourcePersonId } equals new { subject.SourceId, subject.SourcePersonId }
            join plan in context.CasePlans
                on new { subject.Authority, subject.SourceId, subject.SourcePlanId } equals new { plan.Authority, plan.SourceId, plan.SourcePlanId }
            where plan.Authority == authority && plan.ClosedPosition == null
            orderby plan.SourceId, plan.SourcePlanId
            select new { person.PupilId, Plan = plan };
        await foreach (var plan in plans.AsAsyncEnumerable().WithCancellation(cancellationToken))
            Case(plan.PupilId).In(plan.Plan.SourceId).Plans.Add(plan.Plan.ToPlanRecord());
    }

    private async Task ReadCandidatesAsync(CandidateIndex index, CancellationToken cancellationToken)
    {
        var unjoined =
            from person in context.SourcePersons
            where person.Authority == authority && person.ClosedPosition == null
                && !context.Matches.Any(x => x.Authority == authority && x.SourceId == person.SourceId
                    && x.SourcePersonId == person.SourcePersonId && x.ToPosition == null)
            select new UnjoinedRecord(person.SourceId, person.Upn, person.Surname, person.Forename, person.DateOfBirth);
        await foreach (var record in unjoined.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            foreach (var pupil in index.WhoMayBe(record))
                Case(pupil).In(record.SourceId).UnresolvedCandidate = true;
        }
    }

    /// <summary>Records that were sent and cannot be read: any of them may be what seems to be missing.</summary>
    private async Task ReadSetAsideAsync(CandidateIndex index, CancellationToken cancellationToken)
    {
        await foreach (var record in new SetAsideReader(context, authority).ReadAsync(asOf, cancellationToken))
        {
            foreach (var child in record.Children)
            {
                if (!_joined.TryGetValue((record.SourceId, child), out var pupil))
                    continue;
                Case(pupil).In(record.SourceId).LeadSetAside |= record.MayBeLead;
                Case(pupil).In(record.SourceId).PlanSetAside |= record.IsPlan;
            }
            if (record.Child is { } unread && !_joined.ContainsKey((record.SourceId, unread.SourceChildId)))
            {
                foreach (var pupil in index.WhoMayBe(unread.Record))
                    Case(pupil).In(record.SourceId).UnresolvedCandidate = true;
            }
        }
    }

    private async Task<List<KnownChild>> KnownAsync(CancellationToken cancellationToken) => await context.Pupils
        .Where(x => x.Authority == authority && EF.Parameter(pupils).Contains(x.PupilId))
        .Select(x => new KnownChild(x.PupilId, x.Surname, x.Forename, x.DateOfBirth))
        .ToListAsync(cancellationToken);

    /// <summary>UPNs that are no longer the child's are among them: a source may have kept the old one.</summary>
    private async Task<IEnumerable<(long PupilId, string Upn)>> UpnsAsync(CancellationToken cancellationToken)
    {
        var upns = await context.PupilIdentifiers
            .Where(x => x.Authority == authority && EF.Parameter(pupils).Contains(x.PupilId)
                && (x.Scheme == IdentifierScheme.Upn || x.Scheme == IdentifierScheme.FormerUpn))
            .Select(x => new { x.PupilId, x.Value })
            .ToListAsync(cancellationToken);
        return upns.Select(x => (x.PupilId, x.Value));
    }

    /// <summary>Records that are held and joined to one of the children.</summary>
    private IQueryable<JoinedPerson> Joined =>
        from match in context.Matches
        where match.Authority == authority && match.ToPosition == null && EF.Parameter(pupils).Contains(match.PupilId)
        join person in context.SourcePersons
            on new { match.SourceId, match.SourcePersonId } equals new { person.SourceId, person.SourcePersonId }
        where person.Authority == authority && person.ClosedPosition == null
        select new JoinedPerson
        {
            PupilId = match.PupilId,
            SourceId = match.SourceId,
            SourcePersonId = match.SourcePersonId,
            Restricted = person.Restricted,
        };

    private ChildCase Case(long pupilId)
    {
        if (!_cases.TryGetValue(pupilId, out var child))
            _cases[pupilId] = child = new ChildCase();
        return child;
    }

    private sealed record JoinedPerson
    {
        public required long PupilId { get; init; }
        public required string SourceId { get; init; }
        public required string SourcePersonId { get; init; }
        public required bool Restricted { get; init; }
    }
}
