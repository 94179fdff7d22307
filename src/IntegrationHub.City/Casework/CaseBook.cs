using System.Globalization;
using IntegrationHub.City.Planning;
using IntegrationHub.Contracts.Casework.V1;

namespace IntegrationHub.City.Casework;

/// <summary>What one case system holds: children, plans and involvements, in the order they were entered.</summary>
internal sealed class CaseBook(string prefix)
{
    private readonly Dictionary<CityPupil, string> _held = [];
    private readonly List<CaseChild> _children = [];
    private readonly List<CasePlan> _plans = [];
    private readonly List<CaseInvolvement> _involvements = [];

    /// <summary>All records: children before what names them.</summary>
    public IEnumerable<CaseRecord> Records =>
    [
        .. _children.Select(child => new CaseRecord { Child = child }),
        .. _plans.Select(plan => new CaseRecord { Plan = plan }),
        .. _involvements.Select(involvement => new CaseRecord { Involvement = involvement }),
    ];

    /// <summary>Enters a child under their own UPN, once; the identifier of the record.</summary>
    public string Hold(CityPupil pupil)
    {
        if (!_held.TryGetValue(pupil, out string? id))
            _held[pupil] = id = Enter(pupil, pupil.Upn ?? "");
        return id;
    }

    /// <summary>Enters a child under a UPN that may be missing, a placeholder or wrong.</summary>
    public string Enter(CityPupil pupil, string upn)
    {
        string id = Enter(pupil.Forename, pupil.Surname, pupil.DateOfBirth, pupil.Sex);
        _children[^1].Upn = upn;
        _children[^1].Restricted = pupil.Restricted;
        return id;
    }

    /// <summary>Enters a child of whom only this is known.</summary>
    public string Enter(string forename, string surname, DateOnly dateOfBirth, string sex)
    {
        CaseChild child = new()
        {
            SourceChildId = Number("C", _children.Count),
            Forename = forename,
            Surname = surname,
            DateOfBirth = dateOfBirth.ToContract(),
            Sex = sex,
            Postcode = string.Create(CultureInfo.InvariantCulture, $"PX{1 + (_children.Count % 6)} {1 + (_children.Count % 9)}AA"),
        };
        _children.Add(child);
        return child.SourceChildId;
    }

    public void Plan(string kind, DateOnly start, DateOnly? end, params IEnumerable<string> children)
    {
        CasePlan plan = new() { SourcePlanId = Number("P", _plans.Count), PlanKind = kind, StartDate = start.ToContract(), EndDate = end?.ToContract() };
        plan.SourceChildIds.Add(children);
        _plans.Add(plan);
    }

    public void Involve(string child, string kind, bool lead, CaseWorker worker, DateOnly start, DateOnly? end = null) =>
        _involvements.Add(new CaseInvolvement
        {
            SourceInvolvementId = Number("I", _involvements.Count),
            SourceChildId = child,
            LeadKind = kind,
            Lead = lead,
            WorkerId = worker.Id,
            WorkerName = worker.Name,
            TeamId = worker.TeamId,
            TeamName = worker.TeamName,
            StartDate = start.ToContract(),
            EndDate = end?.ToContract(),
        });

    private string Number(string kind, int count) => string.Create(CultureInfo.InvariantCulture, $"{prefix}-{kind}{count + 1:000000}");
}
