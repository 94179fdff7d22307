using IntegrationHub.Domain.Attendance;
using IntegrationHub.Server.Tables;

namespace IntegrationHub.Server.Exports.Tables;

/// <summary>What is written of an enrolment's counted sessions.</summary>
internal static class SummaryColumns
{
    private const string Marks = "marks";

    public static IReadOnlyList<Column<EnrolmentSummary>> All { get; } =
    [
        .. EnrolmentColumns.Keys.Concat(EnrolmentColumns.Stay).Concat(CharacteristicColumns.All).Of((EnrolmentSummary x) => x.Enrolment),
        Sessions("possible_sessions", "Sessions that could have been attended: attended or absent.", x => x.Possible),
        Sessions("attended_sessions", "Attended: at school or at an approved educational activity.", x => x.Attended),
        Sessions("approved_educational_activity_sessions", "Attended at an approved educational activity. Part of attended.", x => x.ApprovedEducationalActivity),
        Sessions("authorised_absence_sessions", "Absent with the school's authority.", x => x.Authorised),
        Sessions("unauthorised_absence_sessions", "Absent without it.", x => x.Unauthorised),
        Sessions("late_sessions", "Late before the register closed (code L, attended) and after it (code U, absent).", x => x.Late),
        Sessions("not_possible_sessions", "Marked as not expected: outside possible.", x => x.NotPossible),
        Sessions("administrative_sessions", "Marked as closed or not on the roll yet: outside possible.", x => x.Administrative),
        Percent("attendance_percent", "Attended of possible.", x => x.AttendanceRate),
        Percent("absence_percent", "Absent of possible.", x => x.AbsenceRate),
        Percent("authorised_absence_percent", "Absent with authority of possible.", x => x.AuthorisedAbsenceRate),
        Percent("unauthorised_absence_percent", "Absent without authority of possible.", x => x.UnauthorisedAbsenceRate),
        Percent("late_percent", "Late of possible.", x => x.LateRate),
        Cohort("is_persistently_absent", "Absent for 10 % or more of the possible sessions.", x => x.IsPersistentlyAbsent),
        Cohort("is_severely_absent", "Absent for 50 % or more of the possible sessions.", x => x.IsSeverelyAbsent),
        Cohort("is_chronically_absent", "Attended less than 50 % of the possible sessions.", x => x.IsChronicallyAbsent),
        .. AttendanceCode.All.Select(OfCode),
    ];

    private static Column<EnrolmentSummary> Sessions(string name, string meaning, Func<SessionCounts, long> count) => new(
        new() { Name = name, Type = ColumnType.WholeNumber, Unit = "sessions", Meaning = meaning, Source = Marks },
        (CsvLines line, in EnrolmentSummary row) => line.Number(count(row.Counts)));

    private static Column<EnrolmentSummary> Percent(string name, string meaning, Func<SessionCounts, double?> rate) => new(
        new() { Name = name, Type = ColumnType.DecimalNumber, Unit = "percent", Meaning = $"{meaning} Empty: nothing was possible.", Source = Marks },
        (CsvLines line, in EnrolmentSummary row) => line.DecimalNumber(rate(row.Counts)));

    private static Column<EnrolmentSummary> Cohort(string name, string meaning, Func<SessionCounts, bool> belongs) => new(
        new()
        {
            Name = name,
            Type = ColumnType.Boolean,
            Meaning = $"{meaning} Of this enrolment alone; flags judge the child over all enrolments. False where nothing was possible.",
            Source = Marks,
        },
        (CsvLines line, in EnrolmentSummary row) => line.Boolean(belongs(row.Counts)));

    private static Column<EnrolmentSummary> OfCode(AttendanceCode code) => new(
        new()
        {
            Name = $"code_{NameOf(code)}",
            Type = ColumnType.WholeNumber,
            Unit = "sessions",
            Meaning = $"Sessions with the code {code.Value}: {char.ToLowerInvariant(LatestNameOf(code)[0])}{LatestNameOf(code)[1..]}.",
            Source = Marks,
        },
        (CsvLines line, in EnrolmentSummary row) => line.Number(row.Codes[code]));

    private static string LatestNameOf(AttendanceCode code) => code.NameOn(DateOnly.MaxValue);

    /// <summary>Signs do not make names that databases take.</summary>
    private static string NameOf(AttendanceCode code) => code.Value switch
    {
        "/" => "present_am",
        "\\" => "present_pm",
        "#" => "closed",
        var letters => letters.ToLowerInvariant(),
    };
}
