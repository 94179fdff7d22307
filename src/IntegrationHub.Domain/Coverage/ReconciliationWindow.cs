namespace IntegrationHub.Domain.Coverage;

/// <summary>Over which days the nightly reconciliation judges attendance.</summary>
public enum ReconciliationWindow
{
    /// <summary>From 1 August.</summary>
    YearToDate = 0,

    /// <summary>From the first day of the current term; in the holidays, of the term last begun.</summary>
    TermToDate,

    /// <summary>The last so many weeks.</summary>
    RollingWeeks,
}
