namespace IntegrationHub.Domain.Attendance;

/// <summary>The frozen list behind <see cref="AttendanceCode"/>, and the look-up tables made from it.</summary>
internal static class CodeIndex
{
    // Bytes on disk. This list may only be appended to: an entry may never be moved, renamed or removed, whatever becomes
    // of the code in law. The order is the table of 2024 as published, then the codes that only the table before it has.
    private static readonly string[] Codes =
    [
        "/", "\\", "L", "K", "V", "P", "W", "B", "D", "C1", "M", "J1", "S", "X", "C2", "C", "T", "R", "I", "E", "Q",
        "Y1", "Y2", "Y3", "Y4", "Y5", "Y6", "Y7", "G", "N", "O", "U", "Z", "#",
        "J", "H", "F", "Y",
    ];

    // One character: by its ASCII value. Two characters are a letter and a digit: by letter, then digit.
    private static readonly byte[] OneCharacter = new byte[128];
    private static readonly byte[] LetterAndDigit = new byte[26 * 10];

    static CodeIndex()
    {
        Array.Fill(Values, "");
        for (int position = 0; position < Codes.Length; position++)
            Enter(Codes[position], (byte)(position + 1));
    }

    public static int Count => Codes.Length;

    /// <summary>The written code of every byte; empty where a byte is no code.</summary>
    public static string[] Values { get; } = new string[256];

    /// <summary>The category of every byte; <see cref="AttendanceCategory.NotMarked"/> where a byte is no code.</summary>
    public static AttendanceCategory[] Categories { get; } = new AttendanceCategory[256];

    public static bool IsKnown(byte index) => index <= Codes.Length || index == AttendanceCode.WithdrawnIndex;

    /// <summary>The index of a trimmed text, or <see cref="AttendanceCode.NotMarkedIndex"/>.</summary>
    public static byte Find(ReadOnlySpan<char> text)
    {
        if (text.Length == 1)
            return char.IsAscii(text[0]) ? OneCharacter[Upper(text[0])] : AttendanceCode.NotMarkedIndex;

        return text.Length == 2 && char.IsAsciiLetter(text[0]) && char.IsAsciiDigit(text[1])
            ? LetterAndDigit[Cell(text)]
            : AttendanceCode.NotMarkedIndex;
    }

    private static void Enter(string code, byte index)
    {
        Values[index] = code;
        Categories[index] = (CodeTable.From2024.Find(code) ?? CodeTable.Before2024.Find(code)
            ?? throw new InvalidOperationException($"No table holds the code {code}.")).Category;

        if (code.Length == 1)
            OneCharacter[code[0]] = index;
        else
            LetterAndDigit[Cell(code)] = index;
    }

    private static int Cell(ReadOnlySpan<char> code) => ((Upper(code[0]) - 'A') * 10) + (code[1] - '0');

    private static char Upper(char character) => char.IsAsciiLetterLower(character) ? (char)(character & ~0x20) : character;
}
