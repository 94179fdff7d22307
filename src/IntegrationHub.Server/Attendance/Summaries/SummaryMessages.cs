using IntegrationHub.Domain.Attendance;
using Contract = IntegrationHub.Contracts.Attendance.V1;

namespace IntegrationHub.Server.Attendance.Summaries;

/// <summary>Summaries in the words of the contract. What is withheld is left absent.</summary>
internal static class SummaryMessages
{
    public static Contract.SummariseAttendanceResponse ToMessage(this AttendanceSummary summary)
    {
        var message = new Contract.SummariseAttendanceResponse { Window = summary.Window.ToMessage(), Freshness = summary.Freshness.ToMessage() };
        message.Rows.AddRange(summary.Rows.Select(x => ToMessage(x, summary.Request)));
        return message;
    }

    private static Contract.AttendanceSummary ToMessage(SummaryRow row, SummaryRequest request)
    {
        var message = new Contract.AttendanceSummary
        {
            Group = row.Group,
            SecondGroup = row.SecondGroup,
            SchoolCount = row.Schools.Count,
            PersistentlyAbsent = ToMessage(row.Persistent, row.Possible),
            SeverelyAbsent = ToMessage(row.Severe, row.Possible),
            ChronicallyAbsent = ToMessage(row.Chronic, row.Possible),
            Suppressed = row.IsWithheld,
        };
        if (row.IsWithheld)
            return message;
        if (request.Basis == SummaryBasis.Children)
            message.ChildCount = row.Counted;
        else
            message.EnrolmentCount = row.Counted;
        message.Measures = AttendanceMessages.Sums(row.Sessions.ToSessionCounts());
        if (request.ForPublication)
            return message;
        foreach (var code in AttendanceCode.All.Where(code => row.Sessions[code] > 0))
            message.SessionsByCode.Add(code.Value, row.Sessions[code]);
        return message;
    }

    private static Contract.AbsenceCohort ToMessage(SummaryCohort cohort, int of)
    {
        if (cohort.IsWithheld)
            return new Contract.AbsenceCohort { Suppressed = true };
        var message = new Contract.AbsenceCohort { Count = cohort.Count };
        if (of > 0)
            message.Percent = PublishedRate.Of(cohort.Count, of);
        return message;
    }
}
