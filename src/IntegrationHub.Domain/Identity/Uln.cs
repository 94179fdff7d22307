using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace IntegrationHub.Domain.Identity;

/// <summary>A unique learner number: ten digits, the last a check digit modulo 11.</summary>
/// <remarks>
/// The nine leading digits are weighted ten to two; a remainder of nought makes the number impossible, otherwise the check digit is ten
/// less the remainder. The shared stand-in 9999999999 fails the sum and so is refused, as it must be: it identifies nobody.
/// </remarks>
public readonly record struct Uln
{
    private Uln(long value) => Value = value;

    public long Value { get; }

    public static bool TryParse([NotNullWhen(true)] string? text, out Uln uln)
    {
        uln = default;
        if (!Digits.TryRead(text, 10, out long value))
            return false;

        // A remainder of nought asks for the check digit ten, which no digit is.
        if (10 - (Digits.WeightedSum(value) % 11) != value % 10)
            return false;

        uln = new Uln(value);
        return true;
    }

    public static Uln Parse(string text) => TryParse(text, out Uln uln)
        ? uln
        : throw new FormatException("Not a ULN: ten digits with a valid check digit.");

    public override string ToString() => Value.ToString("0000000000", CultureInfo.InvariantCulture);
}
