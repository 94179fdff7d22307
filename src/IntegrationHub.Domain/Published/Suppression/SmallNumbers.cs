namespace IntegrationHub.Domain.Published.Suppression;

/// <summary>Which counts of children are too small to be published.</summary>
/// <remarks>
/// One child up to <paramref name="Most"/>, inclusive, is a small number; nobody is not, and is shown: that no child of a group was
/// severely absent tells of no child. Statistics of children commonly withhold one to five.
/// </remarks>
/// <param name="Most">The largest count that is withheld; 0 withholds none.</param>
public readonly record struct SmallNumbers(int Most)
{
    /// <summary>One to five.</summary>
    public static SmallNumbers Usual { get; } = new(5);

    /// <summary>Whether a count must not be shown.</summary>
    public bool Includes(long count) => count >= 1 && count <= Most;
}
