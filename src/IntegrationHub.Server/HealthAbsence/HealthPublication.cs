using IntegrationHub.Domain.Published.Suppression;
using IntegrationHub.Server.Publication;

namespace IntegrationHub.Server.HealthAbsence;

/// <summary>Withholds what a published summary may not show, by the rule that summaries of attendance have.</summary>
/// <param name="summary">What is to be published.</param>
/// <param name="isAboutSchools">Groups that rest on one school are shown: that is what was asked for.</param>
/// <param name="small">What is too small.</param>
internal sealed class HealthPublication(HealthSummary summary, bool isAboutSchools, SmallNumbers small)
{
    /// <summary>For each row, and for the total behind them.</summary>
    public IReadOnlyList<HealthShown> Decide()
    {
        var rows = summary.Rows;
        var isTable = IsSeveral(x => x.Laestab) && IsSeveral(OtherOf);
        var groups = new PublishedGroups<Tallied>(
            [.. rows.Select(x => new Tallied(x.Group, x.Tally))], x => isTable ? $"{x.Group.Laestab}" : $"{x.Group}", isTable ? x => OtherOf(x.Group) : null, _ => null,
            (one, other) => one with { Tally = one.Tally + other.Tally });
        var whole = groups.Withhold(small, (x, _) => WholeOf(x.Tally));
        var illness = groups.Withhold(small, (x, at) => PartOf(x.Tally, x.Tally.WithIllness, whole[at.Row, at.Column]));
        var medical = groups.Withhold(small, (x, at) => PartOf(x.Tally, x.Tally.WithMedical, whole[at.Row, at.Column]));
        return [.. rows.Select(x => ShownAt(groups.PlaceOf(isTable ? $"{x.Group.Laestab}" : $"{x.Group}", isTable ? OtherOf(x.Group) : null))), TotalOf(ShownAt(groups.Total))];

        HealthShown ShownAt((int Row, int Column) at) => new(!whole[at.Row, at.Column], !illness[at.Row, at.Column], !medical[at.Row, at.Column]);
    }

    // One pupil is there in several weeks: the total has counts of its own, and is not that of the rows together.
    private HealthShown TotalOf(HealthShown sums)
    {
        var total = summary.Total;
        var withheld = WholeOf(total).IsDisclosive(small) || !sums.Group;
        return new(
            !withheld, sums.Illness && !PartOf(total, total.WithIllness, withheld).IsDisclosive(small),
            sums.Medical && !PartOf(total, total.WithMedical, withheld).IsDisclosive(small));
    }

    private CountCell WholeOf(HealthTally tally) => new(tally.Enrolments, MustBeWithheld: !isAboutSchools && tally.Schools.Count == 1);

    private static CountCell PartOf(HealthTally tally, int count, bool isWithheld) => new(count, tally.Enrolments, isWithheld, isWithheld);

    private static string OtherOf(HealthGroup group) => $"{group.YearGroup}/{group.Monday:O}";

    private bool IsSeveral<TKey>(Func<HealthGroup, TKey> keyOf) => summary.Rows.Select(x => keyOf(x.Group)).Distinct().Skip(1).Any();

    private sealed record Tallied(HealthGroup Group, HealthTally Tally);
}
