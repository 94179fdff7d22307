using IntegrationHub.Storage.Attendance;

namespace IntegrationHub.Server.Exports.Tables;

/// <summary>A mark that took another's place.</summary>
/// <param name="PreviousCode">The index of the code that counted until then.</param>
/// <param name="Entry">What took its place.</param>
internal readonly record struct MarkChangeRow(byte PreviousCode, MarkEntry Entry)
{
    public long EnrolmentId => Entry.EnrolmentId;

    /// <summary>
    /// The changes of one session: of what was said, in the order of receipt, the latest said at the school counts. A register changes a
    /// session once, whatever it says of it twice.
    /// </summary>
    public static IEnumerable<MarkChangeRow> Of(IEnumerable<MarkEntry> session)
    {
        MarkEntry? before = null;
        foreach (var register in session.GroupBy(x => x.Position))
        {
            var counts = register.Aggregate(before, (best, entry) => best is null || entry.Time >= best.Time ? entry : best)!;
            if (before is not null && before.Mark.Code != counts.Mark.Code)
                yield return new(before.Mark.Code, counts);
            before = counts;
        }
    }
}
