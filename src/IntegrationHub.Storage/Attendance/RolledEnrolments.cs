using System.Data;
using System.Data.Common;
using System.Globalization;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Storage.Model;
using IntegrationHub.Storage.Rows;

namespace IntegrationHub.Storage.Attendance;

/// <summary>
/// Reads the enrolments that count in a window, as known at a snapshot's position. By command and into values: a county has hundreds of
/// thousands, and statistics that spend more on reading rolls than on counting sessions are too slow to be asked for.
/// </summary>
public sealed class RolledEnrolments(ReadSnapshot snapshot, string authority)
{
    private readonly bool _datesAreText = !snapshot.Context.IsPostgreSql();
    private readonly Dictionary<string, string> _authorities = new(StringComparer.Ordinal);

    /// <summary>
    /// Main and subsidiary enrolments with a day in the window. A guest's marks count nowhere, nor do those of records taken back.
    /// </summary>
    public static IQueryable<EnrolmentRow> Counting(KnownRecords known, string authority, AttendanceWindow window) =>
        known.Enrolments.Where(x => x.Authority == authority && !x.Removed && x.Status != EnrolmentStatus.Guest
            && x.EntryDate <= window.To && (x.LeavingDate == null || x.LeavingDate >= window.From));

    /// <summary>The enrolments of <see cref="Counting"/>, with what rolls say of them.</summary>
    /// <param name="school">The school's number; null: all schools.</param>
    public List<EnrolmentFacts> Read(int? school, AttendanceWindow window)
    {
        using var command = Command(school, window);
        var enrolments = new List<EnrolmentFacts>();
        using var reader = command.ExecuteReader(CommandBehavior.SingleResult);
        while (reader.Read())
            enrolments.Add(Read(reader));
        return enrolments;
    }

    private DbCommand Command(int? school, AttendanceWindow window) => snapshot.Context.Command(
        $"""
        select e.enrolment_id, e.pupil_id, e.laestab, e.status, e.entry_date, e.leaving_date, e.year_group, e.sen_provision,
            e.free_school_meals, e.pupil_premium, e.has_social_worker, e.looked_after, p.date_of_birth, p.sex, p.home_authority,
            {(snapshot.IsOfThePast ? "(select restricted from pupil where pupil_id = e.pupil_id)" : "p.restricted")}
        from {Table("enrolment")} e join {Table("pupil")} p on p.pupil_id = e.pupil_id{Known("p")}
        where e.authority = $1{(school is null ? "" : $" and e.laestab = {school}")} and not e.removed and e.status <> {(short)EnrolmentStatus.Guest}
            and e.entry_date <= $2 and (e.leaving_date is null or e.leaving_date >= $3){Known("e")}
        """, authority, Day(window.To), Day(window.From));

    private string Table(string table) => snapshot.IsOfThePast ? $"{table}_version" : table;

    private string Known(string alias) => snapshot.IsOfThePast
        ? $" and {alias}.known_from <= {snapshot.Position} and ({alias}.known_to is null or {alias}.known_to > {snapshot.Position})"
        : "";

    private EnrolmentFacts Read(DbDataReader row) => new()
    {
        PupilId = row.GetInt64(1),
        Stay = new(row.GetInt64(0), row.GetInt32(2), Date(row, 4)!.Value, Date(row, 5)),
        Status = (EnrolmentStatus)row.GetInt16(3),
        YearGroup = row.IsDBNull(6) ? null : row.GetInt32(6),
        SenProvision = (SenProvision)row.GetInt16(7),
        FreeSchoolMeals = Flag(row, 8),
        PupilPremium = Flag(row, 9),
        HasSocialWorker = Flag(row, 10),
        LookedAfter = Flag(row, 11),
        DateOfBirth = Date(row, 12)!.Value,
        Sex = row.IsDBNull(13) ? null : row.GetString(13),
        HomeAuthority = OneOfFew(row.GetString(14)),
        Restricted = row.GetBoolean(15),
    };

    private static bool? Flag(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetBoolean(column);

    private object Day(DateOnly date) => _datesAreText ? date.ToString("O", CultureInfo.InvariantCulture) : date;

    // SQLite stores dates as 2025-09-01; reading them by place costs a tenth of parsing them.
    private DateOnly? Date(DbDataReader row, int column)
    {
        if (row.IsDBNull(column))
            return null;
        if (!_datesAreText)
            return row.GetFieldValue<DateOnly>(column);
        var text = row.GetString(column);
        return new DateOnly(Number(text.AsSpan(0, 4)), Number(text.AsSpan(5, 2)), Number(text.AsSpan(8, 2)));
    }

    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
            number = (10 * number) + (digit - '0');
        return number;
    }

    private string OneOfFew(string text)
    {
        if (_authorities.TryGetValue(text, out var known))
            return known;
        _authorities[text] = text;
        return text;
    }
}
