using IntegrationHub.Domain;

namespace IntegrationHub.Cli.Import;

/// <summary>What to do about a mark or record that the hub remarked on. Receipts carry the reason alone.</summary>
internal static class Advice
{
    /// <summary>What the catalogue says of the reason. A hub of a newer version may give one that this program does not know.</summary>
    public static string Of(string reason) => ReasonCatalogue.Find(reason)?.Advice ?? "See docs/errors.md of the hub's own version.";

    /// <summary>The column that a reason is about, where it can be about no other; empty elsewhere.</summary>
    public static string ColumnOf(string reason) => reason switch
    {
        Reason.UnknownCode => "code",
        Reason.InvalidDateOfBirth => "date_of_birth",
        _ => "",
    };
}
