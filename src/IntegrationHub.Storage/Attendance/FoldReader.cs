using IntegrationHub.Domain.Attendance;
using IntegrationHub.Storage.Model;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace IntegrationHub.Storage.Attendance;

/// <summary>Reads what a fold of one school needs, all in the snapshot of one read transaction.</summary>
internal sealed class FoldReader(HubDbContext context, SchoolKey school)
{
    private readonly SqliteConnection _connection = (SqliteConnection)context.Database.GetDbConnection();

    public async Task<SchoolStateRow> StateAsync(CancellationToken cancellationToken) =>
        await context.SchoolStates.SingleOrDefaultAsync(
            x => x.Authority == school.Authority && x.Laestab == school.Laestab, cancellationToken)
        ?? new SchoolStateRow { Authority = school.Authority, Laestab = school.Laestab };

    /// <summary>The school's registers after a position, in order.</summary>
    public List<RegisterRow> RegistersAfter(long position, int limit)
    {
        using var command = _connection.CreateCommand();
        command.CommandText =
            """
            select position, received_time, session_number, payload from journal
            where authority = $authority and school = $school and feed = $feed and position > $position
            order by position limit $limit
            """;
        command.Parameters.AddWithValue("$position", position);
        command.Parameters.AddWithValue("$limit", limit);
        return Registers(command);
    }

    /// <summary>Every register of one session of the school, in order.</summary>
    public List<RegisterRow> RegistersOfSession(int sessionNumber)
    {
        using var command = _connection.CreateCommand();
        command.CommandText =
            """
            select position, received_time, session_number, payload from journal
            where authority = $authority and school = $school and session_number = $session and feed = $feed
            order by position
            """;
        command.Parameters.AddWithValue("$session", sessionNumber);
        return Registers(command);
    }

    /// <summary>Loads stored strips of the given academic years into a fold: all of the school's, or those of some enrolments.</summary>
    public async Task LoadStripsAsync(SchoolFold fold, IReadOnlyCollection<int> years, CancellationToken cancellationToken)
    {
        var strips = context.Strips.Where(x => x.Authority == school.Authority && x.Laestab == school.Laestab && years.Contains(x.AcademicYear));
        if (fold.OnlyEnrolments is { } only)
            strips = strips.Where(x => only.Contains(x.EnrolmentId));
        await foreach (var strip in strips.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
            fold.Load(strip.EnrolmentId, strip.AcademicYear, strip.Codes);
    }

    /// <summary>Tells a fold which marks of the loaded strips carry detail.</summary>
    public async Task LoadDetailsAsync(SchoolFold fold, IReadOnlyCollection<int> years, CancellationToken cancellationToken)
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

    /// <summary>Marks of the school that wait for a change of the roll.</summary>
    public Task<List<HeldMarkRow>> PendingAsync(CancellationToken cancellationToken) => context.HeldMarks
        .Where(x => x.Authority == school.Authority && x.Laestab == school.Laestab && x.State == HeldMarkState.Pending)
        .OrderBy(x => x.Position).ThenBy(x => x.MarkIndex)
        .ToListAsync(cancellationToken);

    public static HashSet<int> YearsOf(IEnumerable<int> sessionNumbers) =>
        [.. sessionNumbers.Select(x => AcademicYear.FromDate(SessionNumber.DateOf(x)).StartYear)];

    private List<RegisterRow> Registers(SqliteCommand command)
    {
        command.Transaction = (SqliteTransaction?)context.Database.CurrentTransaction?.GetDbTransaction();
        command.Parameters.AddWithValue("$authority", school.Authority);
        command.Parameters.AddWithValue("$school", school.Laestab);
        command.Parameters.AddWithValue("$feed", (short)Feed.Registers);
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
