using IntegrationHub.Contracts.Operations.V1;

namespace IntegrationHub.Cli.Import;

/// <summary>sources.csv: one source of case records a row, as the LA declares it.</summary>
internal static class SourcesCsv
{
    private static readonly CsvColumn Id = CsvColumn.NeededOf("source_id", "Identifier: 1 to 50 lower-case letters, digits and hyphens.", "social-care");
    private static readonly CsvColumn Kind = CsvColumn.NeededOf("source_kind", "SOCIAL_CARE, EARLY_HELP, HEALTH, or another kind.", "SOCIAL_CARE");
    private static readonly CsvColumn Name = CsvColumn.NeededOf("name", "The source's name.", "Children's social care");
    private static readonly CsvColumn CarriesLeads = CsvColumn.NeededOf("carries_leads", "yes or no: whether the system can carry a lead at all.", "yes");
    private static readonly CsvColumn CarriesPlans = CsvColumn.NeededOf("carries_plans", "yes or no: whether it carries plans.", "yes");
    private static readonly CsvColumn Interval = CsvColumn.NeededOf("interval_days", "Days between two complete loads. After twice as many without one it counts as stale.", "1");
    private static readonly CsvColumn LeadKinds = CsvColumn.Of("lead_kinds", "Kinds of lead that it covers, separated by semicolons. Empty: all.", "SOCIAL_WORKER");
    private static readonly CsvColumn PlanKinds = CsvColumn.Of("plan_kinds", "Kinds of plan that it covers, separated by semicolons. Empty: all.", "CHILD_IN_NEED;CHILD_PROTECTION;LOOKED_AFTER");
    private static readonly CsvColumn MinAge = CsvColumn.Of("min_age", "Youngest age in years that it covers. Empty: 0.", "0");
    private static readonly CsvColumn MaxAge = CsvColumn.Of("max_age", "Oldest age in years that it covers. Empty: no limit.", "18");
    private static readonly CsvColumn Required = CsvColumn.Of("required", "yes: \"no lead\" is said of a child only when this source says so too. Empty: no.", "yes");

    public static readonly CsvLayout Layout = new(
        "Sources", Id, Kind, Name, CarriesLeads, CarriesPlans, Interval, LeadKinds, PlanKinds, MinAge, MaxAge, Required);

    public static SourceDeclaration Read(ImportRow row) => new()
    {
        SourceId = row.Text(Id),
        SourceKind = row.Text(Kind),
        DisplayName = row.Text(Name),
        CarriesLeads = row.Flag(CarriesLeads),
        CarriesPlans = row.Flag(CarriesPlans),
        IntervalDays = row.Whole(Interval) ?? 0,
        LeadKinds = { row.Several(LeadKinds) },
        PlanKinds = { row.Several(PlanKinds) },
        MinAge = row.Whole(MinAge) ?? 0,
        MaxAge = row.Whole(MaxAge) ?? 0,
        Required = row.Flag(Required),
    };
}
