using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.Server.Exports.Tables;

/// <summary>One enrolment with its sessions of the window counted.</summary>
internal sealed record EnrolmentSummary(ExportedEnrolment Enrolment, CodeCounts Codes, SessionCounts Counts)
{
    public static EnrolmentSummary Of(ExportedEnrolment enrolment)
    {
        var sessions = new long[byte.MaxValue + 1];
        enrolment.Marks.AddTo(sessions);
        var codes = CodeCounts.Of(AttendanceCode.All.Select(code => KeyValuePair.Create(code, sessions[code.Index])));
        return new(enrolment, codes, codes.ToSessionCounts());
    }
}
