using System.Globalization;

namespace IntegrationHub.Server.Quarantine;

/// <summary>What names something in quarantine to those who resolve it.</summary>
/// <param name="Kind">What it is. Whether a mark waits for its pupil or cannot be read is not part of its name.</param>
/// <param name="Key">A refused submission's own number; the journal position of what holds a mark or record.</param>
/// <param name="Index">The mark or record in its submission.</param>
internal readonly record struct QuarantineItemId(QuarantineItemKind Kind, long Key, int Index = 0)
{
    public static bool TryParse(string text, out QuarantineItemId id)
    {
        id = default;
        var parts = text.Split(':');
        if (parts.Length is < 2 or > 3 || !Enum.TryParse<QuarantineItemKind>(parts[0], ignoreCase: true, out var kind) || !Enum.IsDefined(kind))
            return false;
        if (char.IsAsciiDigit(parts[0][0]) || (kind == QuarantineItemKind.Submission) != (parts.Length == 2))
            return false;
        var index = 0;
        if (!TryParse(parts[1], out long key) || (parts.Length == 3 && !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out index)))
            return false;
        id = new(kind, key, index);
        return true;
    }

    public override string ToString() => Kind == QuarantineItemKind.Submission
        ? string.Create(CultureInfo.InvariantCulture, $"submission:{Key}")
        : string.Create(CultureInfo.InvariantCulture, $"{(Kind == QuarantineItemKind.Mark ? "mark" : "record")}:{Key}:{Index}");

    private static bool TryParse(string text, out long key) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out key);
}

/// <summary>Kinds of things that can be named.</summary>
internal enum QuarantineItemKind
{
    Submission,
    Mark,
    Record,
}
