using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace IntegrationHub.Domain.Identity;

/// <summary>A school's unique reference number: six digits, the first not zero.</summary>
/// <remarks>It changes when a school becomes an academy, while its <see cref="Laestab"/> may stay; it has no check digit.</remarks>
public readonly record struct Urn
{
    public Urn(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 100_000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 999_999);
        Value = value;
    }

    public int Value { get; }

    public static bool TryParse([NotNullWhen(true)] string? text, out Urn urn)
    {
        bool valid = Digits.TryRead(text, 6, out long value) && value >= 100_000;
        urn = valid ? new Urn((int)value) : default;
        return valid;
    }

    public static Urn Parse(string text) => TryParse(text, out Urn urn) ? urn : throw new FormatException("A URN is six digits.");

    public override string ToString() => Value.ToString("000000", CultureInfo.InvariantCulture);
}
