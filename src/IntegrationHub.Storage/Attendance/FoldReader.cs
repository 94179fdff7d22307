using System.Text.Json;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Storage.Model;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace IntegrationHub.Storage.Attendance;

/// <summary>Reads what a fold of one school needs, all in the snapshot of one read transaction.</summary>
internal sealed class FoldReader(HubDbContext context, SchoolKey school)
{
    private readonly HashSet<int> _loaded = [];
    private readonly SqliteConnection _connection = (SqliteConnection)context.Database.GetDbConnection();

    /// <summary>How far the school's registers are folded; what is not there yet is at nought.</summary>
    public SchoolStateRow State()
    {
        using var command = Command(
            """
            select folded_position, roll_position, pending_tried_position, last_register_time, last_session_number from school_state
            where authority = $authority and laestab = $school
            """);
        using var reader = command.ExecuteReader();
        var state = new SchoolStateRow { Authority = school.Authority, Laestab = school.Laestab };
        if (!reader.Read())
            return state;
        state.FoldedPosition = reader.GetInt64(0);
        state.RollPosition = reader.GetInt64(1);
        state.PendingTriedPosition = reader.GetInt64(2);
        state.LastRegisterTime = reader.IsDBNull(3) ? null : DateTime.SpecifyKind(reader.GetDateTime(3), DateTimeKind.Utc);
        state.LastSessionNumber = reader.IsDBNull(4) ? null : reader.GetInt32(4);
        return state;
    }

    /// <summary>The school's registers after a position, in order.</summary>
    public List<RegisterRow> RegistersAfter(long position, int limit)
    {
        using var command = Command(
            """
            select position, received_time, session_number, payload from journal
            where authority = $authority and school = $school and feed = $feed and position > $position
            order by position limit $limit
            """);
        command.Parameters.AddWithValue("$position", position);
        command.Parameters.AddWithValue("$limit", limit);
        return Registers(command);
    }

    /// <summary>Whether a register of the school was received after a position.</summary>
    public bool HasRegistersAfter(long position)
    {
        using var command = Command("select exists (select 1 from journal where authority = $authority and school = $school and feed = $feed and position > $position)");
        command.Parameters.AddWithValue("$position", position);
        return (long)command.ExecuteScalar()! != 0;
    }

    /// <summary>When the last register up to a position was received, UTC, and the latest session that one was received for.</summary>
    public (DateTime? RegisterTime, int? SessionNumber) LatestUpTo(long position)
    {
        using var command = Command(
            """
            select max(received_time), max(session_number) from journal
            where authority = $authority and school = $school and feed = $feed and position <= $position
            """);
        command.Parameters.AddWithValue("$position", position);
        using var reader = command.ExecuteReader();
        return reader.Read() && !reader.IsDBNull(0)
            ? (DateTime.SpecifyKind(reader.GetDateTime(0), DateTimeKind.Utc), reader.GetInt32(1))
            : (null, null);
    }

    /// <summary>Every register of one session of the school, in order.</summary>
    public List<RegisterRow> RegistersOfSession(int sessionNumber)
    {
        using var command = Command(
            """
            select position, received_time, session_number, payload from journal
            where authority = $authority and school = $school and session_number = $session and feed = $feed
            order by position
            """);
        command.Parameters.AddWithValue("$session", sessionNumber);
        return Registers(command);
    }

    /// <summary>One register.</summary>
    public RegisterRow Register(long position)
    {
        using var command = Command(
            """
            select position, received_time, session_number, payload from journal
            where authority = $authority and school = $school and feed = $feed and position = $position
            """);
        command.Parameters.AddWithValue("$position", position);
        return Registers(command).Single();
    }

    /// <summary>Every register of the school of some academic years up to a position, in order.</summary>
    public List<RegisterRow> RegistersOfYears(IReadOnlyCollection<int> years, long upTo)
    {
        var registers = RegistersBetween(
            SessionNumber.Of(new AcademicYear(years.Min()).Start, SchoolSession.Am),
            SessionNumber.Of(new AcademicYear(years.Max()).End, SchoolSession.Pm), upTo);
        // The years in between are few, and those not asked for are left out here.
        return registers.FindAll(x => years.Contains(YearOf(x.SessionNumber)));
    }

    /// <summary>Every register of the school's sessions from one to another, both inclusive, up to a position, in order.</summary>
    public List<RegisterRow> RegistersBetween(int firstSession, int lastSession, long upTo)
    {
        using var command = Command(
            """
            select position, received_time, session_number, payload from journal
            where authority = $authority and school = $school and feed = $feed and position <= $position
                and session_number between $first and $last
            order by position
            """);
        command.Parameters.AddWithValue("$position", upTo);
        command.Parameters.AddWithValue("$first", firstSession);
        command.Parameters.AddWithValue("$last", lastSession);
        return Registers(command);
    }

    /// <summary>Loads what is stored of the given academic years into a fold, all of the school's or of the fold's enrolments, once.</summary>
    public Task LoadAsync(SchoolFold fold, IEnumerable<int> years, CancellationToken cancellationToken) =>
        LoadAsync(fold, years, withDetails: true, cancellationToken);

    /// <param name="withDetails">Details matter only to a fold that applies something.</param>
    public async Task LoadAsync(SchoolFold fold, IEnumerable<int> years, bool withDetails, CancellationToken cancellationToken)
    {
        int[] more = [.. years.Where(_loaded.Add)];
        if (more.Length == 0)
            return;
        LoadStrips(fold, more);
        if (withDetails)
            await LoadDetailsAsync(fold, more, cancellationToken);
    }

    /// <summary>Stays that the roll has touched since the last fold.</summary>
    public Task<List<RollTouchRow>> TouchedAsync(CancellationToken cancellationToken) => context.RollTouches
        .Where(x => x.Authority == school.Authority && x.Laestab == school.Laestab)
        .ToListAsync(cancellationToken);

    /// <summary>Marks of the school that do not count.</summary>
    public Task<List<HeldMarkRow>> HeldAsync(CancellationToken cancellationToken) => context.HeldMarks
        .Where(x => x.Authority == school.Authority && x.Laestab == school.Laestab)
        .OrderBy(x => x.Position).ThenBy(x => x.MarkIndex)
        .ToListAsync(cancellationToken);

    /// <summary>Academic years of which some enrolments have strips.</summary>
    public Task<List<int>> StripYearsAsync(IReadOnlyCollection<long> enrolments, CancellationToken cancellationToken)
    {
        long[] ids = [.. enrolments];
        return context.Strips
            .Where(x => x.Authority == school.Authority && EF.Parameter(ids).Contains(x.EnrolmentId))
            .Select(x => x.AcademicYear)
            .Distinct()
            .ToListAsync(cancellationToken);
    }

    /// <summary>By command: a county's statistics read every strip there is, and a tracker or a projection would cost more than counting.</summary>
    private void LoadStrips(SchoolFold fold, IReadOnlyCollection<int> years)
    {
        using var command = Command(
            $"select enrolment_id, academic_year, codes from attendance_strip where authority = $authority "
            + $"and academic_year in ({string.Join(", ", years)}) "
            + (fold.OnlyEnrolments is null
                ? "and laestab = $school"
                : "and +laestab = $school and enrolment_id in (select value from json_each($only))"));
        if (fold.OnlyEnrolments is { } only)
            command.Parameters.AddWithValue("$only", JsonSerializer.Serialize(only));
        using var strips = command.ExecuteReader();
        while (strips.Read())
            fold.Load(strips.GetInt64(0), strips.GetInt32(1), strips.GetFieldValue<byte[]>(2));
    }

    /// <summary>Tells a fold which marks of the loaded strips carry detail.</summary>
    private async Task LoadDetailsAsync(SchoolFold fold, IReadOnlyCollection<int> years, CancellationToken cancellationToken)
    {
        var rows = context.MarkDetails.Where(x => x.Authority == school.Authority && years.Contains(x.AcademicYear));
        if (fold.OnlyEnrolments is { } only)
            rows = rows.Where(x => only.Contains(x.EnrolmentId));
        var details =
            from detail in rows
            join enrolment in context.Enrolments on detail.EnrolmentId equals enrolment.EnrolmentId
            where enrolment.Laestab == school.Laestab
            select new { detail.EnrolmentId, detail.AcademicYear, detail.Slot };
        await foreach (var detail in details.AsAsyncEnumerable().WithCancellation(cancellationToken))
            fold.LoadDetail(new(detail.EnrolmentId, detail.AcademicYear), detail.Slot);
    }

    public static HashSet<int> YearsOf(IEnumerable<int> sessionNumbers) => [.. sessionNumbers.Select(YearOf)];

    private static int YearOf(int sessionNumber) => AcademicYear.FromDate(SessionNumber.DateOf(sessionNumber)).StartYear;

    /// <summary>A command about the school, and its registers where it names a feed.</summary>
    private SqliteCommand Command(string text)
    {
        var command = _connection.CreateCommand();
        command.CommandText = text;
        command.Transaction = (SqliteTransaction?)context.Database.CurrentTransaction?.GetDbTransaction();
        command.Parameters.AddWithValue("$authority", school.Authority);
        command.Parameters.AddWithValue("$school", school.Laestab);
        command.Parameters.AddWithValue("$feed", (short)Feed.Registers);
        return command;
    }

    private static List<RegisterRow> Registers(SqliteCommand command)
    {
        var rows = new List<RegisterRow>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            rows.Add(new(
                reader.GetInt64(0),
                DateTime.SpecifyKind(reader.GetDateTime(1), DateTimeKind.Utc),
                reader.GetInt32(2),
                reader.GetFieldValue<byte[]>(3)));
        }
        return rows;
    }
}
