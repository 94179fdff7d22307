using System.Data;
using System.Globalization;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Storage.Model;
using IntegrationHub.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace IntegrationHub.Storage.Attendance;

/// <summary>
/// Reads the enrolments that count in a window, as known at a snapshot's position. By command and into values: a county has hundreds of
/// thousands, and statistics that spend more on reading rolls than on counting sessions are too slow to be asked for.
/// </summary>
public sealed class RolledEnrolments(ReadSnapshot snapshot, string authority)
{
    private readonly SqliteConnection _connection = (SqliteConnection)snapshot.Context.Database.GetDbConnection();
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
        using var command = Command(school);
        command.Parameters.AddWithValue("$from", window.From.ToString("O", CultureInfo.InvariantCulture));
        command.Parameters.AddWithValue("$to", window.To.ToString("O", CultureInfo.InvariantCulture));
        var enrolments = new List<EnrolmentFacts>();
        using var reader = command.ExecuteReader(CommandBehavior.SingleResult);
        while (reader.Read())
            enrolments.Add(Read(reader));
        return enrolments;
    }

    private SqliteCommand Command(int? school)
    {
        var command = _connection.CreateCommand();
        command.Transaction = (SqliteTransaction?)snapshot.Context.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText =
            $"""
            select e.enrolment_id, e.pupil_id, e.laestab, e.status, e.entry_date, e.leaving_date, e.year_group, e.sen_provision,
                e.free_school_meals, e.pupil_premium, e.has_social_worker, e.looked_after, p.date_of_birth, p.sex, p.home_authority,
                {(snapshot.IsOfThePast ? "(select restricted from pupil where pupil_id = e.pupil_id)" : "p.restricted")}
            from {Table("enrolment")} e join {Table("pupil")} p on p.pupil_id = e.pupil_id{Known("p")}
            where e.authority = $authority{(school is null ? "" : " and e.laestab = $school")} and not e.removed and e.status <> $guest
                and e.entry_date <= $to and (e.leaving_date is null or e.leaving_date >= $from){Known("e")}
            """;
        command.Parameters.AddWithValue("$authority", authority);
        command.Parameters.AddWithValue("$guest", (short)EnrolmentStatus.Guest);
        if (school is not null)
            command.Parameters.AddWithValue("$school", school);
        if (snapshot.IsOfThePast)
            command.Parameters.AddWithValue("$position", snapshot.Position);
        return command;
    }

    private string Table(string table) => snapshot.IsOfThePast ? $"{table}_version" : table;

    private string Known(string alias) => snapshot.IsOfThePast
        ? $" and {alias}.known_from <= $position and ({alias}.known_to is null or {alias}.known_to > $position)"
        : "";

    private EnrolmentFacts Read(SqliteDataReader row) => new()
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
        Restricted = row.GetInt64(15) != 0,
    };

    private static bool? Flag(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column) != 0;

    // Dates are stored as 2025-09-01; reading them by place costs a tenth of parsing them.
    private static DateOnly? Date(SqliteDataReader row, int column)
    {
        if (row.IsDBNull(column))
            return null;
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
