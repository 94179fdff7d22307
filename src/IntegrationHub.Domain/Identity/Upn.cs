using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace IntegrationHub.Domain.Identity;

/// <summary>
/// A unique pupil number: check letter, authority (3), establishment (4), year (2), serial (3), thirteen characters in all.
/// </summary>
/// <remarks>
/// <para>
/// A temporary UPN ends in a letter. The check letter is the sum over positions 2 to 13 of value times position, modulo 23, in an alphabet
/// without I, O and S; a temporary UPN's last letter has its place in that alphabet as its value. Authority and establishment are those
/// that issued the number, perhaps long ago or since abolished: they are not the child's school and are checked against no list.
/// </para>
/// <para>
/// Parsing asks for the shape alone, so that a number with a wrong check letter can be stored, shown and mended; <see
/// cref="HasValidCheckLetter"/> says whether it may be joined on. The placeholders UN1 to UN7 are refused.
/// </para>
/// </remarks>
public readonly record struct Upn
{
    private readonly string? _value;

    private Upn(string value) => _value = value;

    /// <summary>The thirteen characters, upper case.</summary>
    public string Value => _value ?? "";

    /// <summary>True when the last character is a letter.</summary>
    public bool IsTemporary => Value.Length == UpnFormat.Length && char.IsAsciiLetter(Value[^1]);

    /// <summary>True when the first letter is the one the other twelve characters call for.</summary>
    public bool HasValidCheckLetter => Value.Length == UpnFormat.Length && Value[0] == CheckLetterOf(Value.AsSpan(1));

    /// <summary>True for the shape of a UPN, whatever its check letter; trimmed, in either case.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Upn upn) =>
        Examine(text, out upn) is UpnDefect.None or UpnDefect.WrongCheckLetter;

    /// <summary>As <see cref="TryParse"/>; throws when the text has not the shape of a UPN.</summary>
    public static Upn Parse(string text) => TryParse(text, out Upn upn) ? upn : throw new FormatException("Not the shape of a UPN.");

    /// <summary>Reads a UPN and says what is wrong with it. With a wrong check letter the number is still handed over.</summary>
    public static UpnDefect Examine(string? text, out Upn upn)
    {
        upn = default;
        string candidate = (text ?? "").Trim().ToUpperInvariant();
        if (candidate.Length == 0)
            return UpnDefect.Missing;
        if (candidate is ['U', 'N', >= '1' and <= '7'])
            return UpnDefect.Placeholder;
        if (!UpnFormat.Matches(candidate))
            return UpnDefect.Malformed;

        upn = new Upn(candidate);
        return upn.HasValidCheckLetter ? UpnDefect.None : UpnDefect.WrongCheckLetter;
    }

    /// <summary>The check letter for the twelve characters that follow it.</summary>
    public static char CheckLetterOf(ReadOnlySpan<char> body) => UpnFormat.CheckLetterOf(body);

    /// <summary>A permanent UPN with its check letter, for generators and tests.</summary>
    public static Upn Create(int la, int establishment, int year2, int serial) =>
        FromBody(string.Create(CultureInfo.InvariantCulture, $"{la:000}{establishment:0000}{year2:00}{serial:000}"));

    /// <summary>A temporary UPN with its check letter, for generators and tests: two digits of serial and a letter.</summary>
    public static Upn CreateTemporary(int la, int establishment, int year2, int serial, char letter) =>
        FromBody(string.Create(CultureInfo.InvariantCulture, $"{la:000}{establishment:0000}{year2:00}{serial:00}{letter}"));

    public override string ToString() => Value;

    private static Upn FromBody(string body) => UpnFormat.Matches("A" + body)
        ? new Upn(CheckLetterOf(body) + body)
        : throw new ArgumentException("A part of the UPN has too many digits, or a letter UPNs do not use.", nameof(body));
}
