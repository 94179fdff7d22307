using System.Collections.Frozen;
using System.Collections.Immutable;

namespace IntegrationHub.Domain.Attendance;

/// <summary>A published table of attendance codes: those in force from 19 August 2024, or those before.</summary>
/// <remarks>
/// The tables are data with their evidence beside them and travel inside the assembly unchanged; tests hold them to the published files
/// byte for byte. They say which codes exist in an era, their names, and their categories. The boundary is the day the School Attendance
/// (Pupil Registration) (England) Regulations 2024 came into force: a mark for 19 August 2024 is under the new table, one for the 18th
/// under the old. No code present in both changes its category, so a category never needs a date.
/// </remarks>
public sealed class CodeTable
{
    private readonly FrozenDictionary<string, CodeDefinition> _byCode;

    private CodeTable(ImmutableArray<CodeDefinition> codes)
    {
        Codes = codes;
        _byCode = codes.ToFrozenDictionary(definition => definition.Code, StringComparer.Ordinal);
    }

    /// <summary>The first day of the codes of 2024.</summary>
    public static DateOnly EraBoundary { get; } = new(2024, 8, 19);

    /// <summary>The codes in force from <see cref="EraBoundary"/>.</summary>
    public static CodeTable From2024 { get; } = Read("codes_2024.csv");

    /// <summary>The codes in force until the day before <see cref="EraBoundary"/>.</summary>
    public static CodeTable Before2024 { get; } = Read("codes_pre2024.csv");

    /// <summary>The rows, in the order of the published file.</summary>
    public ImmutableArray<CodeDefinition> Codes { get; }

    /// <summary>The table in force on a date.</summary>
    public static CodeTable InForceOn(DateOnly date) => date < EraBoundary ? Before2024 : From2024;

    /// <summary>The row of a code as written in the table, or null. Ordinal: <c>J1</c> is not <c>J</c>.</summary>
    public CodeDefinition? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>The fields of a table's rows, line by line; the first line names them and is left out.</summary>
    internal static IEnumerable<string[]> ReadRows(string resource)
    {
        using Stream stream = typeof(CodeTable).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The code table {resource} is not embedded.");
        using StreamReader reader = new(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { Length: > 0 } line)
            yield return line.Split(',');
    }

    private static CodeTable Read(string resource) =>
        new([.. ReadRows(resource).Select(fields => new CodeDefinition(fields[0], fields[1], CategoryOf(fields[2])))]);

    private static AttendanceCategory CategoryOf(string name) => name switch
    {
        "ATTENDING" => AttendanceCategory.Attending,
        "AEA" => AttendanceCategory.ApprovedEducationalActivity,
        "AUTHORISED" => AttendanceCategory.Authorised,
        "UNAUTHORISED" => AttendanceCategory.Unauthorised,
        "NOT_POSSIBLE" => AttendanceCategory.NotPossible,
        "ADMINISTRATIVE" => AttendanceCategory.Administrative,
        _ => throw new InvalidOperationException($"The code table names an unknown category, {name}."),
    };
}
