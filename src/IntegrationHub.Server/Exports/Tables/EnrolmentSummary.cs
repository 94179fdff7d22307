using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.Server.Exports.Tables;

/// <summary>One enrolment with its sessions of the window counted.</summary>
internal sealed record EnrolmentSummary(ExportedEnrolment Enrolment, CodeCounts Codes, SessionCounts Counts)
{
    /// <param name="ranges">The window's parts, a part for each academic year.</param>
    public static EnrolmentSummary Of(ExportedEnrolment enrolment, IReadOnlyList<SlotRange> ranges)
    {
        var histogram = new CodeHistogram();
        foreach (var range in ranges)
            enrolment.Marks.AddTo(histogram, range);
        return new(enrolment, histogram.ToCodeCounts(), histogram.ToSessionCounts());
    }
}
