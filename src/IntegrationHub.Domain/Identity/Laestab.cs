using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace IntegrationHub.Domain.Identity;

/// <summary>A school's number within its authority: three digits of authority and four of establishment, seven in all.</summary>
/// <remarks>Also called the DfE number. Files write 8511234, 851/1234 or 851-1234; all three are read and the first is written.</remarks>
public readonly record struct Laestab : IComparable<Laestab>
{
    public Laestab(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1_000_000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 9_999_999);
        Value = value;
    }

    public Laestab(int la, int establishment)
        : this(new AuthorityCode(la).Number * 10_000 + CheckedEstablishment(establishment))
    {
    }

    public int Value { get; }

    /// <summary>The authority's three digits.</summary>
    public int La => Value / 10_000;

    /// <summary>The establishment's four digits.</summary>
    public int Establishment => Value % 10_000;

    /// <summary>The authority that maintains the school or holds it in its area; not the home authority of its children.</summary>
    public AuthorityCode Authority => new(La);

    public static bool TryParse([NotNullWhen(true)] string? text, out Laestab laestab)
    {
        laestab = default;
        ReadOnlySpan<char> trimmed = text.AsSpan().Trim();
        bool parted = trimmed.Length == 8 && trimmed[3] is '/' or '-';
        long establishment = 0;
        long value = 0;
        bool valid = parted
            ? Digits.TryRead(trimmed[..3], 3, out value) && Digits.TryRead(trimmed[4..], 4, out establishment)
            : Digits.TryRead(trimmed, 7, out value);
        value = parted ? (value * 10_000) + establishment : value;
        if (!valid || value < 1_000_000)
            return false;

        laestab = new Laestab((int)value);
        return true;
    }

    public static Laestab Parse(string text) => TryParse(text, out Laestab laestab)
        ? laestab
        : throw new FormatException("A LAESTAB is seven digits, such as 8511234 or 851/1234.");

    public int CompareTo(Laestab other) => Value.CompareTo(other.Value);

    public static bool operator <(Laestab left, Laestab right) => left.Value < right.Value;

    public static bool operator >(Laestab left, Laestab right) => left.Value > right.Value;

    public static bool operator <=(Laestab left, Laestab right) => left.Value <= right.Value;

    public static bool operator >=(Laestab left, Laestab right) => left.Value >= right.Value;

    public override string ToString() => Value.ToString("0000000", CultureInfo.InvariantCulture);

    private static int CheckedEstablishment(int establishment)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(establishment);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(establishment, 9_999);
        return establishment;
    }
}
