namespace IntegrationHub.Domain.Attendance;

/// <summary>A statutory attendance code, held as its place in a frozen list so that a session is one byte.</summary>
/// <remarks>
/// <para>
/// The category depends on the code alone. The date decides whether a code is valid and what it is called; a code of the other era is still
/// classified and counted, because schools still send them (the Department's own figures for 2025/26 hold H, F, J and Y).
/// </para>
/// <para>
/// Two bytes are no code. 0 (<see cref="NotMarkedIndex"/>, also the default value) is a session nobody has marked; 255 (<see
/// cref="WithdrawnIndex"/>) is one whose mark the school took back. Both have an empty <see cref="Value"/> and the category <see
/// cref="AttendanceCategory.NotMarked"/>; they are told apart because "never marked" and "unmarked again" are different facts about a
/// register.
/// </para>
/// </remarks>
public readonly record struct AttendanceCode
{
    /// <summary>The byte of a session without a mark.</summary>
    public const byte NotMarkedIndex = 0;

    /// <summary>The byte of a session whose mark was withdrawn.</summary>
    public const byte WithdrawnIndex = 255;

    private AttendanceCode(byte index) => Index = index;

    /// <summary>The byte that stands for this code in a strip.</summary>
    public byte Index { get; }

    /// <summary>The code as written in a register, upper case; empty for a session without a mark.</summary>
    public string Value => CodeIndex.Values[Index];

    /// <summary>What a session with this code counts as.</summary>
    public AttendanceCategory Category => CodeIndex.Categories[Index];

    /// <summary>True for a code; false for "not marked" and "withdrawn".</summary>
    public bool IsMark => Category != AttendanceCategory.NotMarked;

    /// <summary>True when the session counts as possible: attended or absent.</summary>
    public bool IsPossible => Category is >= AttendanceCategory.Attending and <= AttendanceCategory.Unauthorised;

    /// <summary>True when the session counts as attended, at school or at an approved educational activity.</summary>
    public bool IsAttended => Category is AttendanceCategory.Attending or AttendanceCategory.ApprovedEducationalActivity;

    /// <summary>Every code of both eras, in index order; the first has index 1.</summary>
    public static IReadOnlyList<AttendanceCode> All { get; } =
        [.. Enumerable.Range(1, CodeIndex.Count).Select(index => new AttendanceCode((byte)index))];

    /// <summary>The code of a byte, including the two bytes that are no code. Throws for a byte outside the list.</summary>
    public static AttendanceCode FromIndex(byte index) => CodeIndex.IsKnown(index)
        ? new AttendanceCode(index)
        : throw new ArgumentOutOfRangeException(nameof(index), index, "No attendance code has this index.");

    /// <summary>The code of a literal known to be one; for tests, generators and constants. Throws when it is not.</summary>
    public static AttendanceCode Parse(ReadOnlySpan<char> text) => TryParse(text, out AttendanceCode code)
        ? code
        : throw new FormatException($"'{text}' is not an attendance code.");

    /// <summary>
    /// Reads a code: trimmed, ASCII letters in either case, otherwise exact. False for blank and "-", which are no mark, and for any other
    /// text.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out AttendanceCode code)
    {
        code = new AttendanceCode(CodeIndex.Find(text.Trim()));
        return code.Index != NotMarkedIndex;
    }

    /// <summary>True for what management information systems write for "no mark yet": nothing, white space, or "-".</summary>
    public static bool IsNotMarked(ReadOnlySpan<char> text) => text.Trim() is [] or ['-'];

    /// <summary>
    /// True when the code is in the table in force on the date: from 19 August 2024 the codes of 2024, before it the older ones.
    /// </summary>
    public bool IsValidOn(DateOnly date) => IsMark && CodeTable.InForceOn(date).Find(Value) is not null;

    /// <summary>What the code was called on the date; where it was not valid then, what its own era calls it.</summary>
    public string NameOn(DateOnly date) => Index switch
    {
        NotMarkedIndex => "Not marked",
        WithdrawnIndex => "Mark withdrawn",
        _ => (CodeTable.InForceOn(date).Find(Value) ?? CodeTable.From2024.Find(Value) ?? CodeTable.Before2024.Find(Value))!.Name,
    };

    public override string ToString() => Value;
}
