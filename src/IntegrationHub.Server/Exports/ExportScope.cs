using IntegrationHub.Domain.Attendance;
using IntegrationHub.Server.Identity;
using IntegrationHub.Server.Tables;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Exports;

/// <summary>What one export is made from, and who may be in it.</summary>
internal sealed class ExportScope
{
    private readonly HashSet<long> _restricted;
    private readonly HashSet<long> _leftOut = [];

    private ExportScope(HashSet<long> restricted) => _restricted = restricted;

    public required ReadSnapshot Snapshot { get; init; }

    public required AttendanceStore Store { get; init; }

    public required string Authority { get; init; }

    public required AttendanceWindow Window { get; init; }

    /// <summary>The only school; null: all.</summary>
    public required int? School { get; init; }

    public required ColumnForms Form { get; init; }

    /// <summary>Null where children are told by what they are told by elsewhere.</summary>
    public required Pseudonyms? Pseudonyms { get; init; }

    public bool IsIdentified => Form == ColumnForms.Identified;

    /// <summary>Children whose rows were left out so far.</summary>
    public int RestrictedChildren => _leftOut.Count;

    /// <summary>Whoever must be protected today is in no export, of whatever day.</summary>
    public static async Task<ExportScope> BeginAsync(
        ExportOrder order, AttendanceWindow window, ReadSnapshot snapshot, AttendanceStore store, Pseudonyms? pseudonyms,
        CancellationToken cancellationToken)
    {
        var restricted = await RestrictedPupils.Of(snapshot.Context, order.Caller.Authority).ToListAsync(cancellationToken);
        return new([.. restricted])
        {
            Snapshot = snapshot,
            Store = store,
            Authority = order.Caller.Authority,
            Window = window,
            School = order.School,
            Form = order.Form,
            Pseudonyms = pseudonyms,
        };
    }

    /// <summary>Whether a child's row may be written; one that may not is counted.</summary>
    public bool MayShow(long pupilId)
    {
        if (!_restricted.Contains(pupilId))
            return true;
        _leftOut.Add(pupilId);
        return false;
    }
}
