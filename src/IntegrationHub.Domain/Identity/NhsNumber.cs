using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace IntegrationHub.Domain.Identity;

/// <summary>An NHS number: ten digits, the last a check digit modulo 11.</summary>
/// <remarks>
/// The nine leading digits are weighted ten to two; the check digit is eleven less the remainder, eleven being written 0 and ten making the
/// number impossible. Spaces, as in 943 476 5870, are allowed and dropped. Ten zeros pass the sum and are refused: they are a placeholder.
/// </remarks>
public readonly record struct NhsNumber
{
    private NhsNumber(long value) => Value = value;

    public long Value { get; }

    /// <summary>True for 999 000 0000 onwards, which is kept for tests and belongs to nobody.</summary>
    public bool IsTestNumber => Value >= 9_990_000_000;

    public static bool TryParse([NotNullWhen(true)] string? text, out NhsNumber number)
    {
        number = default;
        string digits = (text ?? "").Replace(" ", "", StringComparison.Ordinal);
        if (!Digits.TryRead(digits, 10, out long value) || value == 0)
            return false;

        int check = 11 - (Digits.WeightedSum(value) % 11);
        if (check == 10 || check % 11 != value % 10)
            return false;

        number = new NhsNumber(value);
        return true;
    }

    public static NhsNumber Parse(string text) => TryParse(text, out NhsNumber number)
        ? number
        : throw new FormatException("Not an NHS number: ten digits with a valid check digit.");

    public override string ToString() => Value.ToString("0000000000", CultureInfo.InvariantCulture);
}
