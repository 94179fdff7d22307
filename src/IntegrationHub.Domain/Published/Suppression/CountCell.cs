namespace IntegrationHub.Domain.Published.Suppression;

/// <summary>One count of children that is to be published.</summary>
/// <param name="Count">How many; not negative.</param>
/// <param name="Of">
/// How many they are part of, where the count is of those who are something: 8 persistently absent of 9. Null: they are all.
/// </param>
/// <param name="OfIsWithheld">Whether <paramref name="Of"/> itself is withheld in the same place.</param>
/// <param name="MustBeWithheld">It is withheld for a reason of its own, however large it is.</param>
/// <param name="Most">How many it is at most, for all that a larger count says that is shown; null where none is.</param>
public readonly record struct CountCell(
    long Count, long? Of = null, bool OfIsWithheld = false, bool MustBeWithheld = false, long? Most = null)
{
    /// <summary>How many are not; null where the count is of all.</summary>
    internal long? Others => Of - Count;

    /// <summary>
    /// Whether one more would go with all that is shown. A withheld count is known to be of somebody and not of everybody, because nought
    /// and all are shown. Where there is nobody at all there is no row either, and nothing to withhold.
    /// </summary>
    internal bool CanRise => Count != Most && (Of is null ? Count > 0 : OfIsWithheld || Others >= 2);

    /// <summary>Whether one less would.</summary>
    internal bool CanFall => Count >= 2;

    /// <summary>Whether it is withheld whatever stands beside it: it, or how many are not what is counted, is a small number.</summary>
    public bool IsDisclosive(SmallNumbers small) =>
        MustBeWithheld || small.Includes(Count) || (Others is { } others && small.Includes(others));
}
