using IntegrationHub.Domain;
using IntegrationHub.Domain.Identity;

namespace IntegrationHub.Server.Identity;

/// <summary>A UPN as a record states it, with its quality. One with a fault is kept, so that it can be shown and mended.</summary>
/// <param name="Value">The normal form; a malformed one as given, trimmed.</param>
internal readonly record struct StatedUpn(string Value, string Quality)
{
    private const int MostCharacters = 50;

    public bool IsValid => Quality == IdentifierQuality.Valid;

    /// <summary>What should be mended at the source; null: nothing.</summary>
    public string? Warning => Quality switch
    {
        IdentifierQuality.WrongCheckLetter => Reason.UpnCheckLetter,
        IdentifierQuality.Malformed => Reason.MalformedUpn,
        _ => null,
    };

    /// <returns>Null: the text is empty, or a placeholder that many children share.</returns>
    public static StatedUpn? Read(string text) => Upn.Examine(text, out var upn) switch
    {
        UpnDefect.None => new(upn.Value, IdentifierQuality.Valid),
        UpnDefect.WrongCheckLetter => new(upn.Value, IdentifierQuality.WrongCheckLetter),
        UpnDefect.Malformed => new(Shortened(text.Trim()), IdentifierQuality.Malformed),
        _ => null,
    };

    private static string Shortened(string text) => text.Length <= MostCharacters ? text : text[..MostCharacters];
}
