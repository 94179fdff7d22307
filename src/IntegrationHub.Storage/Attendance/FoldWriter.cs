using IntegrationHub.Domain.Attendance;
using IntegrationHub.Storage.Model;
using IntegrationHub.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Storage.Attendance;

/// <summary>Stores what a fold of one school changed.</summary>
internal sealed class FoldWriter(WriteTransaction transaction, SchoolKey school) : IDisposable
{
    private readonly List<SqliteCommand> _commands = [];

    public void Write(SchoolFold fold, SchoolStateRow state)
    {
        ForgetRedone(fold);
        WriteStrips(fold);
        WriteChanges(fold);
        WriteDetails(fold);
        WriteHeld(fold);
        WriteState(state);
    }

    public void Dispose()
    {
        foreach (var command in _commands)
            command.Dispose();
    }

    /// <summary>What was stored of strips begun anew is written anew with them.</summary>
    private void ForgetRedone(SchoolFold fold)
    {
        var changes = Prepare("delete from mark_change where authority = $1 and enrolment_id = $2 and academic_year = $3", 3);
        var strips = Prepare("delete from attendance_strip where authority = $1 and enrolment_id = $2 and academic_year = $3", 3);
        foreach (var key in fold.Redone)
        {
            Execute(changes, school.Authority, key.EnrolmentId, key.AcademicYear);
            Execute(strips, school.Authority, key.EnrolmentId, key.AcademicYear);
        }
    }

    private void WriteStrips(SchoolFold fold)
    {
        var upsert = Prepare(
            """
            insert into attendance_strip (authority, enrolment_id, academic_year, laestab, codes) values ($1, $2, $3, $4, $5)
            on conflict do update set codes = excluded.codes
            """, 5);
        foreach (var key in fold.Dirty.Where(x => !IsEmpty(fold.Strips[x])).OrderBy(x => x.EnrolmentId))
            Execute(upsert, school.Authority, key.EnrolmentId, key.AcademicYear, school.Laestab, fold.Strips[key]);
    }

    private void WriteChanges(SchoolFold fold)
    {
        var insert = Prepare(
            """
            insert into mark_change (authority, enrolment_id, academic_year, slot, position, previous_code, code, reason, amended_by, amend_time)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """, 10);
        foreach (var change in fold.Changes)
        {
            Execute(insert, school.Authority, change.Strip.EnrolmentId, change.Strip.AcademicYear, change.Slot, change.Position,
                change.PreviousCode, change.Code, change.Amendment?.Reason, change.Amendment?.AmendedBy, change.Amendment?.AmendTime);
        }
    }

    private void WriteDetails(SchoolFold fold)
    {
        var upsert = Prepare(
            """
            insert into mark_detail (authority, enrolment_id, academic_year, slot, position, minutes_late, source_code)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict do update set position = excluded.position, minutes_late = excluded.minutes_late, source_code = excluded.source_code
            """, 7);
        var delete = Prepare(
            "delete from mark_detail where authority = $1 and enrolment_id = $2 and academic_year = $3 and slot = $4", 4);
        foreach (var ((strip, slot), detail) in fold.Details)
        {
            if (detail is null)
                Execute(delete, school.Authority, strip.EnrolmentId, strip.AcademicYear, slot);
            else
                Execute(upsert, school.Authority, strip.EnrolmentId, strip.AcademicYear, slot, detail.Position, detail.MinutesLate, detail.SourceCode);
        }
    }

    private void WriteHeld(SchoolFold fold)
    {
        var delete = Prepare("delete from held_mark where authority = $1 and position = $2 and mark_index = $3", 3);
        foreach (var (position, markIndex) in fold.Held.Released)
            Execute(delete, school.Authority, position, markIndex);
        var insert = Prepare(
            """
            insert into held_mark (authority, position, mark_index, laestab, session_number, state, reason, scheme, value, code)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            on conflict do update set state = excluded.state, reason = excluded.reason, scheme = excluded.scheme, value = excluded.value,
                code = excluded.code
            """, 10);
        foreach (var held in fold.Held.Held)
        {
            Execute(insert, school.Authority, held.Position, held.MarkIndex, school.Laestab, held.SessionNumber, (short)held.State,
                held.Reason, (short)held.Pupil.Scheme, held.Pupil.Value, held.Code);
        }
    }

    private void WriteState(SchoolStateRow state)
    {
        // What the roll touched after this pass read it is for the next one.
        var settled = Prepare("delete from roll_touch where authority = $1 and laestab = $2 and position <= $3", 3);
        Execute(settled, school.Authority, school.Laestab, state.PendingTriedPosition);
        // The roll's position is the roll's to write: it may have moved on since this pass read it.
        var upsert = Prepare(
            """
            insert into school_state (authority, laestab, folded_position, roll_position, pending_tried_position, last_register_time,
                last_session_number)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict do update set folded_position = excluded.folded_position, pending_tried_position = excluded.pending_tried_position,
                last_register_time = excluded.last_register_time, last_session_number = excluded.last_session_number
            """, 7);
        Execute(upsert, state.Authority, state.Laestab, state.FoldedPosition, state.RollPosition, state.PendingTriedPosition,
            state.LastRegisterTime, state.LastSessionNumber);
    }

    private static bool IsEmpty(byte[] codes) => codes.AsSpan().IndexOfAnyExcept(AttendanceCode.NotMarkedIndex) < 0;

    private SqliteCommand Prepare(string text, int parameters)
    {
        var command = transaction.Command(text);
        for (var i = 1; i <= parameters; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        command.Prepare();
        _commands.Add(command);
        return command;
    }

    private static void Execute(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        command.ExecuteNonQuery();
    }
}
