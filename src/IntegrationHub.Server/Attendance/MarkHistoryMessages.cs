using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Identity;
using IntegrationHub.Storage.Attendance;
using Contract = IntegrationHub.Contracts.Attendance.V1;
using RegisterContract = IntegrationHub.Contracts.Registers.V1;

namespace IntegrationHub.Server.Attendance;

/// <summary>The history of marks in the words of the contract.</summary>
internal static class MarkHistoryMessages
{
    public static Contract.ListMarkHistoryResponse ToMessage(this PupilMarkHistory history)
    {
        var message = new Contract.ListMarkHistoryResponse
        {
            PupilId = history.PupilId,
            Window = history.Window.ToMessage(),
            Freshness = history.Freshness.ToMessage(),
        };
        message.Sessions.AddRange(history.Sessions.Select(ToMessage));
        return message;
    }

    private static Contract.SessionHistory ToMessage(SessionHistory session)
    {
        var message = new Contract.SessionHistory
        {
            SessionDate = SessionNumber.DateOf(session.SessionNumber).ToDate(),
            Session = (RegisterContract.SchoolSession)SessionNumber.SessionOf(session.SessionNumber),
            SchoolLaestab = new Laestab(session.Laestab).ToString(),
        };
        message.Entries.AddRange(session.Entries.Select(ToMessage));
        return message;
    }

    private static Contract.MarkEntry ToMessage(MarkEntry entry)
    {
        var code = AttendanceCode.FromIndex(entry.Mark.Code);
        var message = new Contract.MarkEntry
        {
            Code = code.Value,
            Category = (Contract.MarkCategory)code.Category,
            Withdrawn = code.Index == AttendanceCode.WithdrawnIndex,
            Counts = entry.Counts,
            SourceCode = entry.Mark.SourceCode ?? "",
            RecordTime = entry.Mark.RecordTime?.ToTimestamp(),
            OriginalCode = entry.Mark.Amendment?.OriginalCode ?? "",
            Reason = entry.Mark.Amendment?.Reason ?? "",
            AmendedBy = entry.Mark.Amendment?.AmendedBy ?? "",
            AmendTime = entry.Mark.Amendment?.AmendTime?.ToTimestamp(),
            ReceivedTime = entry.ReceivedTime.ToTimestamp(),
            Position = entry.Position,
            System = entry.Source!.System,
            WriterId = entry.Source.WriterId,
            SubmissionId = entry.Source.SubmissionId.ToString(),
        };
        if (entry.Mark.MinutesLate is { } minutes)
            message.MinutesLate = minutes;
        return message;
    }
}
