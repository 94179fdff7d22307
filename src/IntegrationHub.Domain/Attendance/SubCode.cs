using System.Collections.Frozen;
using System.Collections.Immutable;

namespace IntegrationHub.Domain.Attendance;

/// <summary>
/// A sub-code that the schools' systems share: three characters that say more than the statutory code they stand for, such as <c>I02</c>
/// for a kind of <c>I</c>. It counts as that code, in every era, and is kept beside it.
/// </summary>
/// <remarks>
/// The Department had them added to management information systems in the pandemic, and they are still in their records; what each stood
/// for, and that the systems map it so in the census, is in several vendors' documentation, in no published table. A code that only one
/// school uses is not here: what it means, the school says.
/// </remarks>
public sealed record SubCode(string Value, AttendanceCode Code, string Name)
{
    private static readonly FrozenDictionary<string, SubCode> ByValue;

    static SubCode()
    {
        All = Read();
        ByValue = All.ToFrozenDictionary(x => x.Value, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>All of them, in the order of the table.</summary>
    public static ImmutableArray<SubCode> All { get; }

    /// <summary>The sub-code that a text is: trimmed, letters in either case, otherwise exact. Null: it is none.</summary>
    public static SubCode? Find(string text) => ByValue.GetValueOrDefault(text.Trim());

    private static ImmutableArray<SubCode> Read() =>
        [.. CodeTable.ReadRows("sub_codes.csv").Select(fields => new SubCode(fields[0], AttendanceCode.Parse(fields[1]), fields[2]))];
}
