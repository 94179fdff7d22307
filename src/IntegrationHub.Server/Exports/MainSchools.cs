using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Exports;

/// <summary>
/// Which school was a child's main one, by the roll as known at an export's position and the rule that runs follow. For records that now
/// tell of a later run than the export may know of.
/// </summary>
internal sealed class MainSchools
{
    private readonly ILookup<long, EnrolmentRow> _enrolments;

    private MainSchools(ILookup<long, EnrolmentRow> enrolments) => _enrolments = enrolments;

    public static async Task<MainSchools> ReadAsync(ExportScope scope, IReadOnlyCollection<long> pupils, CancellationToken cancellationToken)
    {
        if (pupils.Count == 0)
            return new(Enumerable.Empty<EnrolmentRow>().ToLookup(x => x.PupilId));
        var enrolments = await scope.Snapshot.Known.Enrolments
            .Where(x => x.Authority == scope.Authority && !x.Removed && x.Status != EnrolmentStatus.Guest && EF.Parameter(pupils).Contains(x.PupilId))
            .ToListAsync(cancellationToken);
        return new(enrolments.ToLookup(x => x.PupilId));
    }

    /// <returns>Null: on no roll on that day.</returns>
    public int? Of(long pupilId, DateOnly on) => _enrolments[pupilId]
        .Where(x => new Stay(x.EnrolmentId, x.Laestab, x.EntryDate, x.LeavingDate).IsOpenOn(on))
        .OrderBy(x => x.Status).ThenByDescending(x => x.EntryDate).ThenBy(x => x.Laestab)
        .Select(x => (int?)x.Laestab)
        .FirstOrDefault();
}
