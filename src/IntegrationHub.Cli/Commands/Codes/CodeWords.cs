using System.Globalization;
using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.Cli.Commands.Codes;

/// <summary>What there is to say about an attendance code.</summary>
internal static class CodeWords
{
    /// <summary>The names of a code, each with when it was in force under that name; one where both eras call it the same.</summary>
    public static IEnumerable<(string Name, string Validity)> NamesOf(AttendanceCode code)
    {
        var (before, after) = (CodeTable.Before2024.Find(code.Value)?.Name, CodeTable.From2024.Find(code.Value)?.Name);
        if (after is not null)
            yield return (after, before == after ? "always" : $"from {Day(CodeTable.EraBoundary)}");
        if (before is not null && before != after)
            yield return (before, $"until {Day(CodeTable.EraBoundary.AddDays(-1))}");
    }

    /// <summary>How the sessions of a code count.</summary>
    public static string CountsAs(AttendanceCode code) => code.Category switch
    {
        AttendanceCategory.Attending => "attended",
        AttendanceCategory.ApprovedEducationalActivity => "attended, elsewhere",
        AttendanceCategory.Authorised => "absent, authorised",
        AttendanceCategory.Unauthorised => "absent, unauthorised",
        AttendanceCategory.NotPossible => "not possible",
        _ => "not possible, for administration",
    };

    private static string Day(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
