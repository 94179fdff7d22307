using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.Domain.Casework;

/// <summary>Measures at every load whether a source can be believed.</summary>
/// <remarks>
/// <para>
/// Known cases: one vendor's extract writes SSD_PH into every Early Help worker; another's blanks the worker of every open Early Help
/// episode. Such a source would have a hub tell a whole city that nobody leads. It is told to the operator instead, and no child is flagged
/// on its word.
/// </para>
/// <para>
/// The constant is sought among all open records: blanks hold no value and stay in the denominator, placeholders hold theirs. A worker is
/// filled when the record names a person or a team in the worker's place; blanks and placeholders are not filled and a redacted worker is.
/// A source without any open lead record is neither constant nor unfilled: there was nothing to fill. A source that never loaded is not
/// stale; it has no complete load, which is asked separately.
/// </para>
/// </remarks>
public static class SourceFitness
{
    public static FitnessReport Measure(
        SourceDeclaration declaration, SourceLoadMeasure load, DateTimeOffset asOf, FitnessSettings settings)
    {
        int open = load.OpenLeads.Count;
        int filled = load.OpenLeads.Count(IsFilled);
        int commonest = CommonestValue(load.OpenLeads);

        List<FitnessDefect> defects = [];
        if (IsConstant(load.OpenLeads, commonest, settings))
            defects.Add(FitnessDefect.ConstantWorker);
        if (open > 0 && filled == 0)
            defects.Add(FitnessDefect.NoWorkerFilled);
        if (asOf - load.LastCompleteLoad > TimeSpan.FromDays((double)settings.StaleIntervals * declaration.IntervalDays))
            defects.Add(FitnessDefect.Stale);
        if (MatchesTooFew(load, settings))
            defects.Add(FitnessDefect.LowMatchRate);

        return new FitnessReport(
            defects.Count == 0,
            defects,
            open,
            Percent(filled, open),
            open > 0 && 100L * filled <= (long)settings.PartlyFilledPercent * open,
            Percent(commonest, open),
            Percent(load.MatchedChildren, load.TotalChildren));
    }

    private static bool IsFilled(LeadRecord lead) => lead.Holder is LeadHolder.Person or LeadHolder.Team or LeadHolder.Redacted;

    private static bool IsConstant(IReadOnlyList<LeadRecord> openLeads, int commonest, FitnessSettings settings) =>
        openLeads.Count >= settings.ConstantLeastRecords
        && 100L * commonest >= (long)settings.ConstantPercent * openLeads.Count
        && CountTeams(openLeads) >= settings.ConstantLeastTeams;

    private static bool MatchesTooFew(SourceLoadMeasure load, FitnessSettings settings) =>
        load.TotalChildren >= settings.LeastMatchChildren
        && 100L * load.MatchedChildren < (long)settings.LeastMatchPercent * load.TotalChildren;

    private static int CommonestValue(IReadOnlyList<LeadRecord> openLeads) => openLeads
        .Where(lead => lead.WorkerValue is not null)
        .CountBy(lead => lead.WorkerValue!, StringComparer.OrdinalIgnoreCase)
        .Select(pair => pair.Value)
        .DefaultIfEmpty()
        .Max();

    private static int CountTeams(IReadOnlyList<LeadRecord> openLeads) => openLeads
        .Select(lead => string.IsNullOrWhiteSpace(lead.TeamId) ? lead.TeamName?.Trim() : lead.TeamId.Trim())
        .Where(team => !string.IsNullOrEmpty(team))
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .Count();

    private static double? Percent(int part, int whole) => whole == 0 ? null : PublishedRate.Of(part, whole);
}
