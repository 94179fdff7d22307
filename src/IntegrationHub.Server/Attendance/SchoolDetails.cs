using IntegrationHub.Domain.Attendance;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Attendance;

/// <summary>
/// Reads what one school's marks carry beside their codes. From the snapshot that the strips were read from: another of the same position
/// may have folded more.
/// </summary>
internal sealed class SchoolDetails(ReadSnapshot snapshot, string authority, int laestab)
{
    /// <param name="enrolments">Only these; null: all of the school's.</param>
    /// <param name="read">The school's strips, with what the journal's tail says.</param>
    public async Task<Dictionary<(StripKey Strip, int Slot), MarkDetail>> ReadAsync(
        SlotRange[] ranges, IReadOnlySet<long>? enrolments, SchoolStrips read, CancellationToken cancellationToken)
    {
        var details = read.DetailsAreWhole ? [] : await StoredAsync(ranges, enrolments, cancellationToken);
        foreach (var (slot, detail) in read.TailDetails)
        {
            if (detail is null)
                details.Remove(slot);
            else
                details[slot] = detail;
        }
        return details;
    }

    private Task<Dictionary<(StripKey Strip, int Slot), MarkDetail>> StoredAsync(
        SlotRange[] ranges, IReadOnlySet<long>? enrolments, CancellationToken cancellationToken)
    {
        var years = ranges.Years();
        var rows =
            from enrolment in snapshot.Context.Enrolments
            join detail in snapshot.Context.MarkDetails
                on new { enrolment.Authority, enrolment.EnrolmentId } equals new { detail.Authority, detail.EnrolmentId }
            where enrolment.Authority == authority && enrolment.Laestab == laestab && years.Contains(detail.AcademicYear)
            select detail;
        if (enrolments is not null)
            rows = rows.Where(x => EF.Parameter(enrolments).Contains(x.EnrolmentId));
        return rows.ToDictionaryAsync(
            x => (new StripKey(x.EnrolmentId, x.AcademicYear), x.Slot), x => new MarkDetail(x.Position, x.MinutesLate, x.SourceCode),
            cancellationToken);
    }
}
