namespace IntegrationHub.Storage.Model;

/// <summary>A source of case records, as the LA declares it.</summary>
public sealed class CaseSourceRow
{
    public required string Authority { get; set; }
    public required string SourceId { get; set; }
    public required string SourceKind { get; set; }
    public required string Name { get; set; }
    public bool CarriesLeads { get; set; }
    public bool CarriesPlans { get; set; }
    public int IntervalDays { get; set; }

    /// <summary>Kinds of lead covered, separated by commas. Empty: all.</summary>
    public required string LeadKinds { get; set; }

    /// <summary>Kinds of plan covered, separated by commas. Empty: all.</summary>
    public required string PlanKinds { get; set; }
    public int MinAge { get; set; }

    /// <summary>0: no limit.</summary>
    public int MaxAge { get; set; }
    public bool Required { get; set; }
}
