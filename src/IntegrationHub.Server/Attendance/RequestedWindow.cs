using IntegrationHub.Domain;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Server.Errors;
using Contract = IntegrationHub.Contracts.Attendance.V1;

namespace IntegrationHub.Server.Attendance;

/// <summary>Reads the window of a request: the academic year to date, unless it says otherwise.</summary>
internal static class RequestedWindow
{
    /// <summary>A school life from nursery to year 13; a longer window is a slip of the pen.</summary>
    private const int MostYears = 16;

    /// <exception cref="Grpc.Core.RpcException">A date is none, or the window ends before it begins.</exception>
    public static AttendanceWindow Read(Contract.AttendanceWindow? window, DateOnly today)
    {
        var to = RequestedDate.Read(window?.EndDate, "window.end_date") ?? today;
        var from = RequestedDate.Read(window?.StartDate, "window.start_date") ?? AcademicYear.FromDate(to).Start;
        if (to < from)
            throw RpcErrors.InvalidArgument(Reason.InvalidArgument, "The window ends before it begins.", "window");
        if (AcademicYear.FromDate(to).StartYear - AcademicYear.FromDate(from).StartYear >= MostYears)
            throw RpcErrors.InvalidArgument(Reason.InvalidArgument, $"A window may reach over {MostYears} academic years at most.", "window");
        return AttendanceWindow.Dates(from, to);
    }

    public static Contract.AttendanceWindow ToMessage(this AttendanceWindow window) => new()
    {
        StartDate = window.From.ToDate(),
        EndDate = window.To.ToDate(),
    };
}
