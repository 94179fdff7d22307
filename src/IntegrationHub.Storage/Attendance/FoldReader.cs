using System.Data.Common;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Storage.Model;
using IntegrationHub.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Storage.Attendance;

/// <summary>Reads what a fold of one school needs, all in the snapshot of one read transaction.</summary>
internal sealed class FoldReader(HubDbContext context, SchoolKey school)
{
    private readonly HashSet<int> _loaded = [];

    /// <summary>How far the school's registers are folded; what is not there yet is at nought.</summary>
    public SchoolStateRow State()
    {
        using var command = context.Command(
            """
            select folded_position, roll_position, pending_tried_position, last_register_time, last_session_number from school_state
            where authority = $1 and laestab = $2
            """, school.Authority, school.Laestab);
        using var reader = command.ExecuteReader();
        var state = new SchoolStateRow { Authority = school.Authority, Laestab = school.Laestab };
        if (!reader.Read())
            return state;
        state.FoldedPosition = reader.GetInt64(0);
        state.RollPosition = reader.GetInt64(1);
        state.PendingTriedPosition = reader.GetInt64(2);
        state.LastRegisterTime = reader.IsDBNull(3) ? null : reader.Instant(3);
        state.LastSessionNumber = reader.IsDBNull(4) ? null : reader.GetInt32(4);
        return state;
    }

    /// <summary>The school's registers after a position, in order.</summary>
    public List<RegisterRow> RegistersAfter(long position, int limit) =>
        Registers("and position > $4 order by position limit $5", position, limit);

    /// <summary>Whether a register of the school was received after a position.</summary>
    public bool HasRegistersAfter(long position)
    {
        using var command = Command("1", "and position > $4 limit 1", position);
        return command.ExecuteScalar() is not null;
    }

    /// <summary>When the last register up to a position was received, UTC, and the latest session that one was received for.</summary>
    public (DateTime? RegisterTime, int? SessionNumber) LatestUpTo(long position)
    {
        using var command = Command("max(received_time), max(session_number)", "and position <= $4", position);
        using var reader = command.ExecuteReader();
        return reader.Read() && !reader.IsDBNull(0) ? (reader.Instant(0), reader.GetInt32(1)) : (null, null);
    }

    /// <summary>Every register of one session of the school, in order.</summary>
    public List<RegisterRow> RegistersOfSession(int sessionNumber) => Registers("and session_number = $4 order by position", sessionNumber);

    /// <summary>One register.</summary>
    public RegisterRow Register(long position) => Registers("and position = $4", position).Single();

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
    public List<RegisterRow> RegistersBetween(int firstSession, int lastSession, long upTo) =>
        Registers("and position <= $4 and session_number between $5 and $6 order by position", upTo, firstSession, lastSession);

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
        var text = $"select enrolment_id, academic_year, codes from attendance_strip where authority = $1 and academic_year in ({string.Join(", ", years)}) ";
        using var command = fold.OnlyEnrolments is { } only
            ? context.Command($"{text} and +laestab = $2 and {context.IsAnyOf("enrolment_id", "$3")}", school.Authority, school.Laestab, context.Numbers(only))
            : context.Command($"{text} and laestab = $2", school.Authority, school.Laestab);
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

    /// <summary>A command about the school's registers.</summary>
    private DbCommand Command(string columns, string condition, params ReadOnlySpan<object?> values) => context.Command(
        $"select {columns} from journal where authority = $1 and school = $2 and feed = $3 {condition}",
        [school.Authority, school.Laestab, (short)Feed.Registers, .. values]);

    private List<RegisterRow> Registers(string condition, params ReadOnlySpan<object?> values)
    {
        using var command = Command("position, received_time, session_number, payload", condition, values);
        using var reader = command.ExecuteReader();
        var rows = new List<RegisterRow>();
        while (reader.Read())
            rows.Add(new(reader.GetInt64(0), reader.Instant(1), reader.GetInt32(2), reader.GetFieldValue<byte[]>(3)));
        return rows;
    }
}
