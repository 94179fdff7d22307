using IntegrationHub.Contracts.Casework.V1;

namespace IntegrationHub.Cli.Import;

/// <summary>The three files of a source of case records, as case systems report them: its children, its plans, who is involved.</summary>
internal static class CasesCsv
{
    private const string RemovedForm = "yes, in a delta: takes the record back, which was sent in error or purged. Empty: no.";

    private static readonly CsvColumn Removed = CsvColumn.Of("removed", RemovedForm, "no");

    private static readonly CsvColumn ChildId = CsvColumn.NeededOf("source_child_id", "The source's own identifier of the child.", "C1001");
    private static readonly CsvColumn Upn = CsvColumn.Of("upn", "Unique pupil number, where the source has one; UN1 to UN7 count as none.", "P851234519001");
    private static readonly CsvColumn NhsNumber = CsvColumn.Of("nhs_number", "NHS number, ten digits.", "9434765919");
    private static readonly CsvColumn Forename = CsvColumn.Of("forename", "Forename.", "Alex");
    private static readonly CsvColumn Surname = CsvColumn.Of("surname", "Surname.", "Example");
    private static readonly CsvColumn DateOfBirth = CsvColumn.Of("date_of_birth", "Date of birth. Empty: not known, or only estimated. Without it the child is not joined to a pupil.", "2014-05-01");
    private static readonly CsvColumn Sex = CsvColumn.Of("sex", "M, F or empty.", "F");
    private static readonly CsvColumn Postcode = CsvColumn.Of("postcode", "Postcode of the child's home.", "PO1 2AB");
    private static readonly CsvColumn Restricted = CsvColumn.Of("restricted", "yes: whereabouts or identity must be protected. Empty: no.", "no");

    private static readonly CsvColumn PlanId = CsvColumn.NeededOf("source_plan_id", "The source's own identifier of the plan. Rows that follow each other with the same one are one plan.", "P2001");
    private static readonly CsvColumn PlanKind = CsvColumn.NeededOf("plan_kind", "EARLY_HELP_ASSESSMENT, FAMILY_SUPPORT_PLAN, CHILD_IN_NEED, CHILD_PROTECTION, LOOKED_AFTER, PERSONAL_ATTENDANCE_PLAN or EHCP.", "CHILD_IN_NEED");
    private static readonly CsvColumn PlanChildren = CsvColumn.NeededOf("source_child_ids", "The children it covers: one, or several separated by semicolons.", "C1001;C1002");

    private static readonly CsvColumn InvolvementId = CsvColumn.NeededOf("source_involvement_id", "The source's own identifier of the involvement.", "I3001");
    private static readonly CsvColumn LeadKind = CsvColumn.NeededOf("lead_kind", "SOCIAL_WORKER, EARLY_HELP_WORKER, SCHOOL, HEALTH, VOLUNTARY_SECTOR, YOUTH_JUSTICE or SEND.", "SOCIAL_WORKER");
    private static readonly CsvColumn Lead = CsvColumn.NeededOf("lead", "yes or no: whether this involvement is the lead role for the child.", "yes");
    private static readonly CsvColumn WorkerId = CsvColumn.Of("worker_id", "The source's identifier of the person. Empty where a team holds the role, or nobody.", "W17");
    private static readonly CsvColumn WorkerName = CsvColumn.Of("worker_name", "The person's name.", "Sam Worker");
    private static readonly CsvColumn TeamId = CsvColumn.Of("team_id", "The source's identifier of the team.", "T4");
    private static readonly CsvColumn TeamName = CsvColumn.Of("team_name", "The team's name.", "North locality");

    private static readonly CsvColumn StartDate = CsvColumn.NeededOf("start_date", "First day.", "2025-06-02");
    private static readonly CsvColumn EndDate = CsvColumn.Of("end_date", "The day on which it ended. Empty while open.", "2025-09-01");

    public static readonly CsvLayout Children = new(
        "Children", ChildId, Upn, NhsNumber, Forename, Surname, DateOfBirth, Sex, Postcode, Restricted, Removed);

    public static readonly CsvLayout Plans = new("Plans", PlanId, PlanKind, PlanChildren, StartDate, EndDate, Removed);

    public static readonly CsvLayout Involvements = new(
        "Involvements", InvolvementId, ChildId, LeadKind, Lead, WorkerId, WorkerName, TeamId, TeamName, StartDate, EndDate, Removed);

    public static CaseRecord ReadChild(ImportRow row) => row.Flag(Removed) ? Removal(CaseRecordKind.Child, row.Text(ChildId)) : new()
    {
        Child = new CaseChild
        {
            SourceChildId = row.Text(ChildId),
            Upn = row.Text(Upn),
            NhsNumber = row.Text(NhsNumber).Replace(" ", "", StringComparison.Ordinal),
            Forename = row.Text(Forename),
            Surname = row.Text(Surname),
            DateOfBirth = row.Date(DateOfBirth),
            Sex = row.Text(Sex).ToUpperInvariant(),
            Postcode = row.Text(Postcode),
            Restricted = row.Flag(Restricted),
        },
    };

    public static CaseRecord ReadPlan(ImportRow row) => row.Flag(Removed) ? Removal(CaseRecordKind.Plan, row.Text(PlanId)) : new()
    {
        Plan = new CasePlan
        {
            SourcePlanId = row.Text(PlanId),
            PlanKind = row.Text(PlanKind).ToUpperInvariant(),
            SourceChildIds = { row.Several(PlanChildren) },
            StartDate = row.Date(StartDate),
            EndDate = row.Date(EndDate),
        },
    };

    public static CaseRecord ReadInvolvement(ImportRow row) => row.Flag(Removed) ? Removal(CaseRecordKind.Involvement, row.Text(InvolvementId)) : new()
    {
        Involvement = new CaseInvolvement
        {
            SourceInvolvementId = row.Text(InvolvementId),
            SourceChildId = row.Text(ChildId),
            LeadKind = row.Text(LeadKind).ToUpperInvariant(),
            Lead = row.Flag(Lead),
            WorkerId = row.Text(WorkerId),
            WorkerName = row.Text(WorkerName),
            TeamId = row.Text(TeamId),
            TeamName = row.Text(TeamName),
            StartDate = row.Date(StartDate),
            EndDate = row.Date(EndDate),
        },
    };

    private static CaseRecord Removal(CaseRecordKind kind, string id) => new() { Removal = new CaseRemoval { Kind = kind, SourceRecordId = id } };
}
