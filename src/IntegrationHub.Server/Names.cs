using System.Text.RegularExpressions;

namespace IntegrationHub.Server;

/// <summary>Names that senders choose: of systems, writers, sources.</summary>
internal static partial class Names
{
    public const string Rule = "1 to 100 letters, digits, dots, hyphens or underscores";

    public static bool IsValid(string name) => Pattern().IsMatch(name);

    [GeneratedRegex(@"\A[A-Za-z0-9._-]{1,100}\z")]
    private static partial Regex Pattern();
}
