using IntegrationHub.Storage.Model;
using IntegrationHub.Storage.Rows;
using Microsoft.EntityFrameworkCore;

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
        await using var state = context.Command(
            """
            insert into school_state (authority, laestab, folded_position, roll_position, pending_tried_position) values ($1, $2, 0, $3, 0)
            on conflict (authority, laestab) do update set roll_position = excluded.roll_position
            """, school.Authority, school.Laestab, position);
        await state.ExecuteNonQueryAsync(cancellationToken);
        // Without a register there is no mark to settle, and a first roll touches everybody.
        if (!await context.Journal.AnyAsync(
            x => x.Authority == school.Authority && x.School == school.Laestab && x.Feed == Feed.Registers, cancellationToken))
        {
            return;
        }
        new RowWriter(context).Put(stays.Distinct().Select(stay => new RollTouchRow
        {
            Authority = school.Authority,
            Laestab = school.Laestab,
            EnrolmentId = stay.EnrolmentId,
            PupilId = stay.PupilId,
            Position = position,
        }));
    }
}
