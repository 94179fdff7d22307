namespace IntegrationHub.City.Marks;

/// <summary>How often things begin on a school day, for a child of average health and luck.</summary>
/// <remarks>
/// Chosen so that the sessions they make lie near the Department for Education's national shares by phase (illness 2.8, 3.6 and 5.0 % of possible
/// sessions in primary, secondary and special schools; late 1.1 and 2.8; other unauthorised 0.8, 2.6 and 2.8; and so on), with holidays agreed and
/// isolation as autumn 2021 still had them.
/// </remarks>
internal sealed record AbsenceRates(
    double Illness,
    double Medical,
    double Late,
    double LateAfterClose,
    double Truancy,
    double Holiday,
    double HolidayAgreed,
    double OtherAuthorised,
    double Exclusion,
    double OffSite,
    double Isolation)
{
    private static readonly AbsenceRates Primary =
        new(0.0125, 0.0054, 0.0210, 0.0030, 0.0050, 0.0012, 0.00022, 0.0022, 0.0001, 0.0010, 0.0006);

    private static readonly AbsenceRates Secondary =
        new(0.0155, 0.0076, 0.0520, 0.0055, 0.0150, 0.0007, 0.00010, 0.0024, 0.0012, 0.0022, 0.0006);

    private static readonly AbsenceRates Special =
        new(0.0225, 0.0200, 0.0150, 0.0020, 0.0150, 0.0005, 0.00010, 0.0110, 0.0006, 0.0060, 0.0010);

    public static AbsenceRates Of(CityPhase phase) => phase switch
    {
        CityPhase.Primary => Primary,
        CityPhase.Secondary => Secondary,
        _ => Special,
    };
}
