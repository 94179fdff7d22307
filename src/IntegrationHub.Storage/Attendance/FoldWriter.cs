using IntegrationHub.Domain.Attendance;
using IntegrationHub.Storage.Model;
using IntegrationHub.Storage.Rows;

namespace IntegrationHub.Storage.Attendance;

/// <summary>Stores what a fold of one school changed.</summary>
internal sealed class FoldWriter(WriteTransaction transaction, SchoolKey school)
{
    private readonly RowWriter _rows = new(transaction.Context);

    public void Write(SchoolFold fold, SchoolStateRow state)
    {
        WriteState(state);
        ForgetRedone(fold);
        WriteStrips(fold);
        WriteChanges(fold);
        WriteDetails(fold);
        WriteHeld(fold);
    }

    /// <summary>What was stored of strips begun anew is written anew with them.</summary>
    private void ForgetRedone(SchoolFold fold)
    {
        StripRow[] strips = [.. fold.Redone.Select(key => ToRow(key, []))];
        _rows.DeleteOf<MarkChangeRow, StripRow>(strips);
        _rows.Delete(strips);
    }

    private void WriteStrips(SchoolFold fold) => _rows.Put(
        fold.Dirty.Where(x => !IsEmpty(fold.Strips[x])).OrderBy(x => x.EnrolmentId).Select(key => ToRow(key, fold.Strips[key])));

    private void WriteChanges(SchoolFold fold) => _rows.Insert(fold.Changes.Select(change => new MarkChangeRow
    {
        Authority = school.Authority,
        EnrolmentId = change.Strip.EnrolmentId,
        AcademicYear = change.Strip.AcademicYear,
        Slot = change.Slot,
        Position = change.Position,
        PreviousCode = change.PreviousCode,
        Code = change.Code,
        Reason = change.Amendment?.Reason,
        AmendedBy = change.Amendment?.AmendedBy,
        AmendTime = change.Amendment?.AmendTime,
    }));

    private void WriteDetails(SchoolFold fold)
    {
        _rows.Delete(fold.Details.Where(x => x.Value is null).Select(x => ToRow(x.Key.Strip, x.Key.Slot, null)));
        _rows.Put(fold.Details.Where(x => x.Value is not null).Select(x => ToRow(x.Key.Strip, x.Key.Slot, x.Value)));
    }

    private void WriteHeld(SchoolFold fold)
    {
        _rows.Delete(fold.Held.Released.Select(x => new HeldMarkRow
        {
            Authority = school.Authority,
            Position = x.Position,
            MarkIndex = x.MarkIndex,
            Reason = "",
            Value = "",
        }));
        // A mark that was held and looked at again is told of twice; what was found last stands.
        _rows.Put(fold.Held.Held.Reverse().DistinctBy(x => (x.Position, x.MarkIndex)).Select(held => new HeldMarkRow
        {
            Authority = school.Authority,
            Position = held.Position,
            MarkIndex = held.MarkIndex,
            Laestab = school.Laestab,
            SessionNumber = held.SessionNumber,
            State = held.State,
            Reason = held.Reason,
            Scheme = held.Pupil.Scheme,
            Value = held.Pupil.Value,
            Code = held.Code,
        }));
    }

    /// <summary>
    /// Written first: changes of the roll begin with the same row, so that the two wait for each other in one order.
    /// </summary>
    private void WriteState(SchoolStateRow state)
    {
        // The roll's position is the roll's to write: it may have moved on since this pass read it.
        Run(
            """
            insert into school_state (authority, laestab, folded_position, roll_position, pending_tried_position, last_register_time,
                last_session_number)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (authority, laestab) do update set folded_position = excluded.folded_position,
                pending_tried_position = excluded.pending_tried_position, last_register_time = excluded.last_register_time,
                last_session_number = excluded.last_session_number
            """, state.Authority, state.Laestab, state.FoldedPosition, state.RollPosition, state.PendingTriedPosition,
            state.LastRegisterTime, state.LastSessionNumber);
        // What the roll touched after this pass read it is for the next one.
        Run("delete from roll_touch where authority = $1 and laestab = $2 and position <= $3",
            school.Authority, school.Laestab, state.PendingTriedPosition);
    }

    private void Run(string text, params ReadOnlySpan<object?> values)
    {
        using var command = Commands.Create(transaction.Connection, transaction.Transaction, text, values);
        command.ExecuteNonQuery();
    }

    private StripRow ToRow(StripKey key, byte[] codes) => new()
    {
        Authority = school.Authority,
        EnrolmentId = key.EnrolmentId,
        AcademicYear = key.AcademicYear,
        Laestab = school.Laestab,
        Codes = codes,
    };

    private MarkDetailRow ToRow(StripKey key, int slot, MarkDetail? detail) => new()
    {
        Authority = school.Authority,
        EnrolmentId = key.EnrolmentId,
        AcademicYear = key.AcademicYear,
        Slot = slot,
        Position = detail?.Position ?? 0,
        MinutesLate = detail?.MinutesLate,
        SourceCode = detail?.SourceCode,
    };

    private static bool IsEmpty(byte[] codes) => codes.AsSpan().IndexOfAnyExcept(AttendanceCode.NotMarkedIndex) < 0;
}
