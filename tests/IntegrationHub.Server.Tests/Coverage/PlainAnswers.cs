using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Tests.Coverage;

/// <summary>What the sources of a random city say of one child, read plainly.</summary>
internal sealed class PlainAnswers
{
    private static readonly string[] CountingPlans =
        ["EARLY_HELP_ASSESSMENT", "FAMILY_SUPPORT_PLAN", "CHILD_IN_NEED", "CHILD_PROTECTION", "LOOKED_AFTER"];

    private readonly RandomCity _city;
    private readonly PupilRow _pupil;
    private readonly List<InvolvementRow> _named = [];
    private readonly List<(bool Required, bool MayHoldLa, string Lead, string Plan)> _answers = [];

    public PlainAnswers(RandomCity city, PupilRow pupil)
    {
        (_city, _pupil) = (city, pupil);
        foreach (var source in city.Sources)
        {
            var leads = LeadOf(source);
            _answers.Add((source.Required, source.LeadKinds != "SCHOOL", leads, PlanOf(source)));
        }
        Lead = Strongest([.. _answers.Select(x => (x.Required, x.Lead))], "NAMED", "TEAM_ONLY");
        Plan = Strongest([.. _answers.Select(x => (x.Required, x.Plan))], "OPEN");
    }

    public string Lead { get; }

    public string Plan { get; }

    public bool Restricted => RecordsOf(null).Any(x => x.Restricted);

    /// <summary>Two sources name different workers of the authority, or a plan is open and nobody leads.</summary>
    public bool Disagrees =>
        (from one in LaLeads from other in LaLeads where one.SourceId != other.SourceId && one.WorkerId != other.WorkerId select one).Any()
        || (Lead == "NONE" && Plan == "OPEN");

    public (string Class, string[] Flags) ClassAndFlags()
    {
        switch (Lead)
        {
            case "NONE":
                return ("NONE", ["NO_LEAD"]);
            case "NOT_KNOWN":
                return ("NOT_KNOWN", ["NOT_KNOWN"]);
            case "TEAM_ONLY":
                return ("TEAM_ONLY", ["TEAM_ONLY"]);
        }
        if (!LaLeads.Any())
        {
            var open = _answers.All(x => !x.Required) || _answers.Any(x => x.Required && x.MayHoldLa && x.Lead == "NOT_KNOWN");
            return ("OTHER_LEAD", [open ? "NOT_KNOWN" : "NO_LA_LEAD"]);
        }
        var flags = new List<string>();
        if (Plan == "NONE")
            flags.Add("NO_PLAN");
        if (LaLeads.All(IsEnding))
            flags.Add("LEAD_ENDING");
        if (Plan == "NOT_KNOWN")
            flags.Add("NOT_KNOWN");
        return (Plan == "OPEN" ? "LA_LEAD_AND_PLAN" : "LA_LEAD_NO_PLAN", [.. flags]);
    }

    private IEnumerable<InvolvementRow> LaLeads => _named.Where(x => x.LeadKind is "SOCIAL_WORKER" or "EARLY_HELP_WORKER");

    private bool IsEnding(InvolvementRow lead) =>
        lead.EndDate <= _city.AsOf.AddDays(28)
        || (lead.LeadKind == "EARLY_HELP_WORKER" && lead.StartDate.AddMonths(6) <= _city.AsOf.AddDays(28));

    private static string Strongest(List<(bool Required, string Answer)> answers, params string[] positive)
    {
        foreach (var answer in positive)
        {
            if (answers.Any(x => x.Answer == answer))
                return answer;
        }
        var required = answers.Where(x => x.Required).ToList();
        return required.Count > 0 && required.All(x => x.Answer == "NONE") ? "NONE" : "NOT_KNOWN";
    }

    private string LeadOf((string Id, DateOnly? Loaded, string LeadKinds, bool Required, bool Leads, bool Plans, int MaxAge) source)
    {
        var ofSource = _city.Involvements.Where(x => x.SourceId == source.Id && IsLead(x)).ToList();
        var filled = ofSource.Count(x => Holder(x) is "PERSON" or "TEAM");
        if (!source.Leads || !Fit(source))
            return "NOT_KNOWN";
        var blanksHide = ofSource.Count > 0 && 10 * filled <= 6 * ofSource.Count;
        var records = RecordsOf(source.Id).Select(x => x.SourcePersonId).ToHashSet();
        var leads = ofSource.Where(x => records.Contains(x.SourcePersonId)).ToList();
        if (leads.Any(x => Holder(x) == "PERSON"))
        {
            _named.AddRange(leads.Where(x => Holder(x) == "PERSON"));
            return "NAMED";
        }
        if (leads.Any(x => Holder(x) == "TEAM" || (Holder(x) == "BLANK" && x.TeamId is not null && !blanksHide)))
            return "TEAM_ONLY";
        if (leads.Any(x => Holder(x) == "PLACEHOLDER" || (Holder(x) == "BLANK" && blanksHide)))
            return "NOT_KNOWN";
        return CanSayNone(source) ? "NONE" : "NOT_KNOWN";
    }

    private string PlanOf((string Id, DateOnly? Loaded, string LeadKinds, bool Required, bool Leads, bool Plans, int MaxAge) source)
    {
        if (!source.Plans || !Fit(source))
            return "NOT_KNOWN";
        var records = RecordsOf(source.Id).Select(x => x.SourcePersonId).ToHashSet();
        var open = _city.Plans.Any(x => x.Row.SourceId == source.Id && x.Row.ClosedPosition is null && CountingPlans.Contains(x.Row.PlanKind)
            && IsOpen(x.Row.StartDate, x.Row.EndDate) && x.Subjects.Any(subject => records.Contains(subject.SourcePersonId)));
        return open ? "OPEN" : CanSayNone(source) ? "NONE" : "NOT_KNOWN";
    }

    /// <summary>Loaded within two days, and not without a single worker in all its open lead records.</summary>
    private bool Fit((string Id, DateOnly? Loaded, string, bool, bool, bool, int) source)
    {
        var ofSource = _city.Involvements.Where(x => x.SourceId == source.Id && IsLead(x)).ToList();
        return !(source.Loaded < _city.AsOf.AddDays(-2)) && (ofSource.Count == 0 || ofSource.Any(x => Holder(x) is "PERSON" or "TEAM"));
    }

    private bool CanSayNone((string Id, DateOnly? Loaded, string LeadKinds, bool Required, bool Leads, bool Plans, int MaxAge) source)
    {
        var age = _city.AsOf.Year - _pupil.DateOfBirth.Year;
        return source.Loaded is not null && _pupil.HomeAuthority == _city.Authority && (source.MaxAge == 0 || age <= source.MaxAge)
            && !_city.Records.Any(x => x.Pupil is null && x.Row.SourceId == source.Id && x.Row.ClosedPosition is null && MayBe(x.Row));
    }

    private bool MayBe(SourcePersonRow record)
    {
        var surname = record.Surname == _pupil.Surname;
        var forename = record.Forename == _pupil.Forename;
        return _city.PupilUpns.Any(x => x.Pupil == _pupil && x.Upn == record.Upn)
            || (record.DateOfBirth == _pupil.DateOfBirth && (surname || forename))
            || (record.DateOfBirth is null && surname && forename);
    }

    private static string Holder(InvolvementRow lead) => lead.WorkerId switch
    {
        null or "" => "BLANK",
        "SSD_PH" => "PLACEHOLDER",
        { } worker when worker == lead.TeamId => "TEAM",
        _ => "PERSON",
    };

    private IEnumerable<SourcePersonRow> RecordsOf(string? sourceId) => _city.Records
        .Where(x => x.Pupil == _pupil && x.Row.ClosedPosition is null && (sourceId is null || x.Row.SourceId == sourceId))
        .Select(x => x.Row);

    private bool IsLead(InvolvementRow x) => x.Lead && x.ClosedPosition is null && IsOpen(x.StartDate, x.EndDate);

    private bool IsOpen(DateOnly start, DateOnly? end) => start <= _city.AsOf && (end is null || _city.AsOf < end);
}
