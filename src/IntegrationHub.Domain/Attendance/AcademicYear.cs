using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace IntegrationHub.Domain.Attendance;

/// <summary>A year of attendance, 1 August to 31 July, both inclusive, and the slots its sessions have in a strip.</summary>
/// <remarks>
/// It begins on 1 August because the school census does: autumn's sessions are those from 1 August. It is not the school year of the
/// Education Act, which begins with the first term after July and decides ages. Every day has two slots, weekends and holidays too, so that
/// a slot needs no calendar: the slot of a session is twice the days since 1 August, plus one in the afternoon. A year that holds 29
/// February has 732, others 730.
/// </remarks>
public readonly record struct AcademicYear(int StartYear) : IComparable<AcademicYear>
{
    /// <summary>The most slots any year has; long enough for every strip.</summary>
    public const int MostSlots = 732;

    /// <summary>1 August, the first day.</summary>
    public DateOnly Start => new(StartYear, 8, 1);

    /// <summary>31 July, the last day, inclusive.</summary>
    public DateOnly End => new(StartYear + 1, 7, 31);

    /// <summary>The length of this year's strips: two for each day.</summary>
    public int Slots => 2 * (End.DayNumber - Start.DayNumber + 1);

    /// <summary>The year that follows.</summary>
    public AcademicYear Next => new(StartYear + 1);

    /// <summary>The year a date lies in: 31 July belongs to the old one, 1 August to the new.</summary>
    public static AcademicYear FromDate(DateOnly date) => new(date.Month >= 8 ? date.Year : date.Year - 1);

    /// <summary>True when the date lies in this year.</summary>
    public bool Contains(DateOnly date) => date >= Start && date <= End;

    /// <summary>The place of a session in this year's strips. Throws when the date lies in another year.</summary>
    public int SlotOf(DateOnly date, SchoolSession session)
    {
        if (!Contains(date))
            throw new ArgumentOutOfRangeException(nameof(date), date, $"The date is not in {this}.");

        return (2 * (date.DayNumber - Start.DayNumber)) + (session == SchoolSession.Pm ? 1 : 0);
    }

    /// <summary>The date of a slot.</summary>
    public DateOnly DateOf(int slot)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(slot);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(slot, Slots);
        return Start.AddDays(slot / 2);
    }

    /// <summary>The session of a slot: even ones are mornings.</summary>
    public static SchoolSession SessionOf(int slot) => (slot & 1) == 0 ? SchoolSession.Am : SchoolSession.Pm;

    /// <summary>Reads "2021/22", or "202122" as the Department's data writes it. The second year must follow the first.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out AcademicYear year)
    {
        year = default;
        ReadOnlySpan<char> digits = text.AsSpan().Trim();
        if (digits.Length is not (6 or 7) || (digits.Length == 7 && digits[4] != '/'))
            return false;

        if (!int.TryParse(digits[..4], NumberStyles.None, CultureInfo.InvariantCulture, out int start)
            || !int.TryParse(digits[^2..], NumberStyles.None, CultureInfo.InvariantCulture, out int end)
            || start is 0 or > 9998 || (start + 1) % 100 != end)
        {
            return false;
        }

        year = new AcademicYear(start);
        return true;
    }

    /// <summary>As <see cref="TryParse"/>; throws when the text is no academic year.</summary>
    public static AcademicYear Parse(string text) => TryParse(text, out AcademicYear year)
        ? year
        : throw new FormatException($"'{text}' is not an academic year such as 2021/22.");

    public int CompareTo(AcademicYear other) => StartYear.CompareTo(other.StartYear);

    public static bool operator <(AcademicYear left, AcademicYear right) => left.StartYear < right.StartYear;

    public static bool operator >(AcademicYear left, AcademicYear right) => left.StartYear > right.StartYear;

    public static bool operator <=(AcademicYear left, AcademicYear right) => left.StartYear <= right.StartYear;

    public static bool operator >=(AcademicYear left, AcademicYear right) => left.StartYear >= right.StartYear;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{StartYear:0000}/{(StartYear + 1) % 100:00}");
}
