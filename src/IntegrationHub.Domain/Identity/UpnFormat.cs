namespace IntegrationHub.Domain.Identity;

/// <summary>The shape and the check letter of a <see cref="Upn"/>.</summary>
internal static class UpnFormat
{
    public const int Length = 13;

    public const string Alphabet = "ABCDEFGHJKLMNPQRTUVWXYZ";

    /// <summary>A letter, eleven digits, and a digit or a letter; letters from the alphabet without I, O and S.</summary>
    public static bool Matches(ReadOnlySpan<char> text) =>
        text.Length == Length
        && Alphabet.Contains(text[0])
        && !text[1..^1].ContainsAnyExceptInRange('0', '9')
        && (char.IsAsciiDigit(text[^1]) || Alphabet.Contains(text[^1]));

    /// <summary>The check letter for the twelve characters that follow it.</summary>
    public static char CheckLetterOf(ReadOnlySpan<char> body)
    {
        if (body.Length != Length - 1)
            throw new ArgumentException("A UPN has twelve characters after its check letter.", nameof(body));

        int sum = 0;
        for (int index = 0; index < body.Length; index++)
            sum += ValueOf(body[index]) * (index + 2);
        return Alphabet[sum % Alphabet.Length];
    }

    private static int ValueOf(char character)
    {
        int value = char.IsAsciiDigit(character) ? character - '0' : Alphabet.IndexOf(character, StringComparison.Ordinal);
        return value >= 0 ? value : throw new ArgumentException("A UPN holds digits and letters of its alphabet.", nameof(character));
    }
}
