using System.Text;

namespace IntegrationHub.Domain.Identity;

/// <summary>Whether two written names are the same name, as two systems would have typed it.</summary>
/// <remarks>
/// Case, diacritics, hyphens, spaces and apostrophes make no difference: Siân O'Neill-Jones is SIAN ONEILL JONES. Everything else does: an
/// initial is not a forename, and no spelling is guessed. Two names with nothing in them are not the same name: two unknowns do not agree.
/// </remarks>
public static class NameComparison
{
    /// <summary>True when both are the same name.</summary>
    public static bool Same(string? left, string? right)
    {
        string folded = Fold(left);
        return folded.Length > 0 && folded == Fold(right);
    }

    /// <summary>As <see cref="Same"/>, with the surname first and a comma or not: "Okafor, Ada" is "Ada Okafor".</summary>
    public static bool SameInEitherOrder(string? left, string? right) => Same(ForenameFirst(left), ForenameFirst(right));

    /// <summary>The name without what makes no difference, upper case; empty when nothing is left.</summary>
    public static string Fold(string? name)
    {
        StringBuilder folded = new();
        foreach (char character in name ?? "")
        {
            if (!IsPassedOver(character))
                LatinFolding.Append(folded, character);
        }

        return folded.ToString();
    }

    private static string? ForenameFirst(string? name) =>
        name?.Split(',', 2) is [string surname, string forename] ? forename + surname : name;

    private static bool IsPassedOver(char character) =>
        char.IsWhiteSpace(character)
        || character is '-' or '\u00AD' or (>= '\u2010' and <= '\u2015') or '\u2212'
        || character is '\'' or '`' or '\u00B4' or '\u02BB' or '\u02BC' or '\u2018' or '\u2019' or '\u201B' or '\uFF07';
}
