namespace IntegrationHub.Domain.Casework;

/// <summary>How far a source's last load may be believed, and what was measured.</summary>
/// <param name="Fit">False when there is any defect; every answer of the source is then "not known".</param>
/// <param name="Defects">What is wrong, in the order of <see cref="FitnessDefect"/>.</param>
/// <param name="OpenLeads">Open lead records measured.</param>
/// <param name="FilledShare">Per cent of the open lead records that name a worker; null when there are none.</param>
/// <param name="BlanksAreNotKnown">True when so few workers are filled that a blank is not taken for "nobody".</param>
/// <param name="ConstantShare">Per cent of the open lead records that hold the commonest value; null when there are none.</param>
/// <param name="MatchRate">Per cent of the source's children matched to a roll; null when it holds none.</param>
public sealed record FitnessReport(
    bool Fit,
    IReadOnlyList<FitnessDefect> Defects,
    int OpenLeads,
    double? FilledShare,
    bool BlanksAreNotKnown,
    double? ConstantShare,
    double? MatchRate)
{
    /// <summary>A source with nothing against it, nothing open and nothing measured.</summary>
    public static FitnessReport Unmeasured { get; } = new(true, [], 0, null, false, null, null);

    /// <summary>True when staleness is all that is wrong: the next load mends it.</summary>
    public bool IsOnlyStale => Defects is [FitnessDefect.Stale];
}
