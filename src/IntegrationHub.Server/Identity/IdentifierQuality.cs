namespace IntegrationHub.Server.Identity;

/// <summary>How far an identifier may be relied on. Only a valid one is ever used to join records.</summary>
internal static class IdentifierQuality
{
    public const string Valid = "VALID";
    public const string WrongCheckLetter = "WRONG_CHECK_LETTER";
    public const string Malformed = "MALFORMED";

    /// <summary>There is no way to tell: identifiers of a MIS.</summary>
    public const string AsGiven = "AS_GIVEN";
}
