using System.Globalization;

namespace IntegrationHub.Domain.Published;

/// <summary>Numbers as the Department's files write them.</summary>
internal static class PublishedNumber
{
    /// <summary>
    /// True for what stands where a figure is withheld ("c") or there is none: R's own words, and those of the platform's standard.
    /// </summary>
    public static bool IsNotShown(string text) => text is "" or "c" or "x" or "z" or "NA" or "NaN";

    /// <summary>A number, or null where none is shown. R writes a hundred thousand as 1e+05.</summary>
    public static decimal? Read(string text) => IsNotShown(text) ? null : decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    public static bool IsSessions(string text, long sessions) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value) && value == sessions;

    public static long ReadSessions(string column, string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal sessions) && sessions == decimal.Truncate(sessions)
            ? (long)sessions
            : throw new FormatException($"{column} holds '{text}' in a row that shows its possible sessions");
}
