using IntegrationHub.Contracts.Casework.V1;
using IntegrationHub.Contracts.Roll.V1;
using IntegrationHub.Domain.Casework;
using IntegrationHub.Domain.Identity;

namespace IntegrationHub.City.Tests.Recount;

/// <summary>One case system's snapshot, asked child by child.</summary>
internal sealed class CaseSourceRecount
{
    private static readonly DateOnly AsOf = new(2021, 12, 17);

    private readonly SourceDeclaration _declaration;
    private readonly CaseRecord[] _records;
    private readonly ILookup<string, CaseInvolvement> _leads;
    private readonly ILookup<string, CasePlan> _plans;
    private readonly ILookup<(string Upn, DateOnly Birth), CaseChild> _matchable;
    private readonly CaseChild[] _unmatchable;

    public CaseSourceRecount(Contracts.Operations.V1.SourceDeclaration declared, IEnumerable<CaseSubmission> submissions)
    {
        _declaration = new SourceDeclaration(
            declared.SourceId, declared.SourceKind, declared.DisplayName, declared.CarriesLeads, declared.CarriesPlans, declared.IntervalDays,
            [.. declared.LeadKinds], [.. declared.PlanKinds], declared.MinAge, declared.MaxAge, declared.Required);
        _records = [.. submissions.SelectMany(submission => submission.Records?.Records ?? [])];
        CaseChild[] children = [.. _records.Where(record => record.Child is not null).Select(record => record.Child)];
        _leads = _records.Where(record => record.Involvement is { Lead: true }).Select(record => record.Involvement).ToLookup(lead => lead.SourceChildId);
        _plans = _records.Where(record => record.Plan is not null).SelectMany(record => record.Plan.SourceChildIds.Select(child => (child, record.Plan)))
            .ToLookup(pair => pair.child, pair => pair.Plan);
        _matchable = children.Where(child => HasUpn(child.Upn)).ToLookup(child => (child.Upn, SlowRecount.ToDate(child.DateOfBirth)));
        _unmatchable = [.. children.Where(child => !HasUpn(child.Upn))];
        Fitness = SourceFitness.Measure(
            _declaration,
            new SourceLoadMeasure(
                [.. _leads.SelectMany(leads => leads).Select(ToLead).Where(lead => lead.IsOpenOn(AsOf))], children.Length - _unmatchable.Length, children.Length, DateTimeOffset.UnixEpoch),
            DateTimeOffset.UnixEpoch,
            FitnessSettings.Default);
    }

    public FitnessReport Fitness { get; }

    public int RecordCount => _records.Length;

    public SourceAnswer Answer(RollRecord child)
    {
        DateOnly birth = SlowRecount.ToDate(child.DateOfBirth);
        string[] ids = [.. _matchable[(child.Upn, birth)].Select(held => held.SourceChildId)];
        bool doubt = _unmatchable.Any(held => SlowRecount.ToDate(held.DateOfBirth) == birth && NameComparison.Same(held.Surname, child.Surname));
        return SourceAnswers.ForChild(
            _declaration,
            Fitness,
            hasCompleteLoad: true,
            new ChildFacts(AgeOf(birth), child.HomeAuthority is "" or "851"),
            new()
            {
                Leads = [.. ids.SelectMany(id => _leads[id]).Select(ToLead)],
                Plans = [.. ids.SelectMany(id => _plans[id]).Select(ToPlan)],
                UnresolvedCandidate = ids.Length == 0 && doubt,
            },
            AsOf);
    }

    private static int AgeOf(DateOnly birth) => AsOf.Year - birth.Year - (birth.AddYears(AsOf.Year - birth.Year) > AsOf ? 1 : 0);

    private static bool HasUpn(string upn) => Upn.TryParse(upn, out Upn parsed) && parsed.HasValidCheckLetter;

    private static LeadRecord ToLead(CaseInvolvement lead) => new()
    {
        LeadKind = lead.LeadKind,
        WorkerId = lead.WorkerId,
        WorkerName = lead.WorkerName,
        TeamId = lead.TeamId,
        TeamName = lead.TeamName,
        Start = SlowRecount.ToDate(lead.StartDate),
        End = lead.EndDate is { } end ? SlowRecount.ToDate(end) : null,
    };

    private static PlanRecord ToPlan(CasePlan plan) => new()
    {
        PlanKind = plan.PlanKind,
        Start = SlowRecount.ToDate(plan.StartDate),
        End = plan.EndDate is { } end ? SlowRecount.ToDate(end) : null,
    };
}
