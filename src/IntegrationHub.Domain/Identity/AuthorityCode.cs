using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace IntegrationHub.Domain.Identity;

/// <summary>The three-digit number the Department for Education gives a local authority: 851 is Portsmouth.</summary>
/// <remarks>
/// Any three digits are taken, with no list of authorities: authorities are made and merged (Cumberland, 2023), and a list that is a year
/// old refuses real children. It is not the nine-character code of the Office for National Statistics.
/// </remarks>
public readonly record struct AuthorityCode : IComparable<AuthorityCode>
{
    public AuthorityCode(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 100);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 999);
        Number = (short)number;
    }

    public short Number { get; }

    public static bool TryParse([NotNullWhen(true)] string? text, out AuthorityCode code)
    {
        bool valid = Digits.TryRead(text, 3, out long number) && number >= 100;
        code = valid ? new AuthorityCode((int)number) : default;
        return valid;
    }

    public static AuthorityCode Parse(string text) => TryParse(text, out AuthorityCode code)
        ? code
        : throw new FormatException("An authority code is three digits.");

    public int CompareTo(AuthorityCode other) => Number.CompareTo(other.Number);

    public static bool operator <(AuthorityCode left, AuthorityCode right) => left.Number < right.Number;

    public static bool operator >(AuthorityCode left, AuthorityCode right) => left.Number > right.Number;

    public static bool operator <=(AuthorityCode left, AuthorityCode right) => left.Number <= right.Number;

    public static bool operator >=(AuthorityCode left, AuthorityCode right) => left.Number >= right.Number;

    public override string ToString() => Number.ToString("000", CultureInfo.InvariantCulture);
}
