using IntegrationHub.Domain.Attendance;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Attendance;

/// <summary>
/// Reads what one school's marks carry beside their codes. From the snapshot that the strips were read from: another of the same position
/// may have folded more.
/// </summary>
internal sealed class SchoolDetails(ReadSnapshot snapshot, string authority, int laestab)
{
    /// <param name="read">The school's strips, with what the journal's tail says.</param>
    public async Task<Dictionary<(StripKey Strip, int Slot), MarkDetail>> ReadAsync(
        SlotRange[] ranges, SchoolStrips read, CancellationToken cancellationToken)
    {
        var details = read.DetailsAreWhole ? [] : await StoredAsync(MarksReader.Years(ranges), cancellationToken);
        MarksReader.Overlay(details, read.TailDetails);
        return details;
    }

    private Task<Dictionary<(StripKey Strip, int Slot), MarkDetail>> StoredAsync(int[] years, CancellationToken cancellationToken)
    {
        var rows =
            from enrolment in snapshot.Context.Enrolments
            join detail in snapshot.Context.MarkDetails
                on new { enrolment.Authority, enrolment.EnrolmentId } equals new { detail.Authority, detail.EnrolmentId }
            where enrolment.Authority == authority && enrolment.Laestab == laestab && years.Contains(detail.AcademicYear)
            select detail;
        return rows.ToDictionaryAsync(
            x => (new StripKey(x.EnrolmentId, x.AcademicYear), x.Slot), x => new MarkDetail(x.Position, x.MinutesLate, x.SourceCode),
            cancellationToken);
    }
}
