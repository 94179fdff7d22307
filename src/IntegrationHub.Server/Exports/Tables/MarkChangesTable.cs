using IntegrationHub.Contracts.Export.V1;
using IntegrationHub.Server.Tables;
using IntegrationHub.Storage;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Exports.Tables;

/// <summary>A row for each mark that took another's place.</summary>
/// <remarks>Read from the journal by folding it anew, so that changes that are not folded yet, and those of the past, are read alike.</remarks>
internal sealed class MarkChangesTable : IExportedTable
{
    public ExportedTable Id => ExportedTable.MarkChanges;

    public TableDescription About { get; } = new(
        "mark-changes",
        "A row each time that another mark came to count for a session of the window, within the enrolment's dates: the code before, the code "
        + "after. The first mark of a session is no change.",
        [.. EnrolmentColumns.Keys.Select(x => x.About), .. MarkChangeColumns.All.Select(x => x.About)]);

    public async Task WriteAsync(ExportScope scope, ExportOutput output, CancellationToken cancellationToken)
    {
        var (keys, columns) = (EnrolmentColumns.Keys.In(scope.Form), MarkChangeColumns.All.In(scope.Form));
        await foreach (var school in new ExportedSchools(scope).ReadAsync(cancellationToken))
        {
            var enrolments = school.Enrolments.Index().ToDictionary(x => x.Item.Facts.Stay.EnrolmentId);
            var changes = await ChangesAsync(scope, school, cancellationToken);
            foreach (var change in changes.OrderBy(x => x.Date).ThenBy(x => x.Change.Slot).ThenBy(x => enrolments[x.Change.Strip.EnrolmentId].Index))
            {
                keys.Write(output.Lines, enrolments[change.Change.Strip.EnrolmentId].Item);
                columns.Write(output.Lines, change);
                await output.EndRowAsync(cancellationToken);
            }
        }
    }

    /// <summary>The changes of one school's sessions in the window and in the enrolments' dates, in the order of their registers.</summary>
    private static async Task<IEnumerable<MarkChangeRow>> ChangesAsync(ExportScope scope, ExportedSchool school, CancellationToken cancellationToken)
    {
        var stays = school.Enrolments.Select(x => x.Facts.Stay).ToDictionary(x => x.EnrolmentId);
        var changes = await scope.Store.ReadChangesAsync(
            scope.Snapshot, new SchoolKey(scope.Authority, school.Read.School.Laestab), stays.Keys.ToHashSet(),
            [.. scope.Window.SlotRanges.Select(x => x.Year.StartYear)], cancellationToken);
        long[] positions = [.. changes.Select(x => x.Position).Distinct()];
        var received = await scope.Snapshot.Context.Journal
            .Where(x => EF.Parameter(positions).Contains(x.Position))
            .ToDictionaryAsync(x => x.Position, x => x.ReceivedTime, cancellationToken);
        return changes
            .Select(x => new MarkChangeRow(x, received[x.Position]))
            .Where(x => x.Date >= scope.Window.From && x.Date <= scope.Window.To && stays[x.Change.Strip.EnrolmentId].IsOpenOn(x.Date));
    }
}
