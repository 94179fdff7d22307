namespace IntegrationHub.Cli.Output;

/// <summary>A number with its noun: "1 row", "2 rows", "1,204 children".</summary>
internal static class Counted
{
    /// <param name="many">The noun for any number but one; null: with an s.</param>
    public static string Of(long count, string one, string? many = null) => $"{count:N0} {(count == 1 ? one : many ?? one + "s")}";
}
