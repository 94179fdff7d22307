using System.Runtime.CompilerServices;
using IntegrationHub.Contracts.Export.V1;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Server.Tables;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;

namespace IntegrationHub.Server.Exports.Tables;

/// <summary>A row for each mark that took another's place.</summary>
/// <remarks>
/// Read from the journal, which alone holds what was said before. A school's year of registers is much, so it is read some weeks at a time.
/// </remarks>
internal sealed class MarkChangesTable : IExportedTable
{
    private const int DaysAtATime = 28;

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
            await foreach (var session in SessionsAsync(scope, school, cancellationToken))
            {
                foreach (var change in InOrder(session, enrolments))
                {
                    keys.Write(output.Lines, enrolments[change.EnrolmentId].Item);
                    columns.Write(output.Lines, change);
                    await output.EndRowAsync(cancellationToken);
                }
            }
        }
    }

    private static IEnumerable<MarkChangeRow> InOrder(
        IGrouping<int, MarkEntry> session, Dictionary<long, (int Index, ExportedEnrolment Item)> enrolments) => session
        .GroupBy(x => x.EnrolmentId)
        .Where(x => enrolments[x.Key].Item.Facts.Stay.IsOpenOn(SessionNumber.DateOf(session.Key)))
        .OrderBy(x => enrolments[x.Key].Index)
        .SelectMany(MarkChangeRow.Of);

    /// <summary>What was said of the sessions of which more than one thing was said, oldest session first.</summary>
    private static async IAsyncEnumerable<IGrouping<int, MarkEntry>> SessionsAsync(
        ExportScope scope, ExportedSchool school, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var history = scope.Store.HistoryOf(scope.Snapshot, new SchoolKey(scope.Authority, school.Read.School.Laestab));
        var enrolments = school.Enrolments.Select(x => x.Facts.Stay.EnrolmentId).ToHashSet();
        for (var from = scope.Window.From; from <= scope.Window.To; from = from.AddDays(DaysAtATime))
        {
            var last = from.AddDays(DaysAtATime - 1);
            var entries = await history.ReadAsync(
                enrolments, SessionNumber.Of(from, SchoolSession.Am),
                SessionNumber.Of(last < scope.Window.To ? last : scope.Window.To, SchoolSession.Pm),
                said => said.Any(x => x.Mark.Code != said[0].Mark.Code), cancellationToken);
            foreach (var session in entries.GroupBy(x => x.SessionNumber))
                yield return session;
        }
    }
}
