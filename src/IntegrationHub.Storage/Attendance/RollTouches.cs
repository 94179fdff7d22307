using IntegrationHub.Storage.Model;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace IntegrationHub.Storage.Attendance;

/// <summary>Notes, in the transaction of a change, which stays' marks the change concerns.</summary>
public static class RollTouches
{
    /// <summary>Notes a change of a school's roll, or of how its registers are to be read.</summary>
    /// <param name="stays">The stays concerned, each with whose it is or was.</param>
    public static async Task WriteAsync(
        HubDbContext context, SchoolKey school, IEnumerable<(long EnrolmentId, long PupilId)> stays, long position,
        CancellationToken cancellationToken)
    {
        var state = await context.SchoolStates.FindAsync([school.Authority, school.Laestab], cancellationToken)
            ?? context.Add(new SchoolStateRow { Authority = school.Authority, Laestab = school.Laestab }).Entity;
        state.RollPosition = position;
        // Without a register there is no mark to settle, and a first roll touches everybody.
        if (await context.Journal.AnyAsync(
            x => x.Authority == school.Authority && x.School == school.Laestab && x.Feed == Feed.Registers, cancellationToken))
        {
            Write(context, school, stays, position);
        }
    }

    private static void Write(HubDbContext context, SchoolKey school, IEnumerable<(long EnrolmentId, long PupilId)> stays, long position)
    {
        using var command = ((SqliteConnection)context.Database.GetDbConnection()).CreateCommand();
        command.CommandText =
            """
            insert into roll_touch (authority, laestab, enrolment_id, pupil_id, position) values ($authority, $school, $enrolment, $pupil, $position)
            on conflict do update set position = excluded.position
            """;
        command.Transaction = (SqliteTransaction?)context.Database.CurrentTransaction?.GetDbTransaction();
        command.Parameters.AddWithValue("$authority", school.Authority);
        command.Parameters.AddWithValue("$school", school.Laestab);
        command.Parameters.AddWithValue("$position", position);
        var enrolment = command.Parameters.Add("$enrolment", SqliteType.Integer);
        var pupil = command.Parameters.Add("$pupil", SqliteType.Integer);
        foreach (var stay in stays)
        {
            (enrolment.Value, pupil.Value) = (stay.EnrolmentId, stay.PupilId);
            command.ExecuteNonQuery();
        }
    }
}
