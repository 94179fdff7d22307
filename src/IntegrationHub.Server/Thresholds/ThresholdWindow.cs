using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Thresholds;

namespace IntegrationHub.Server.Thresholds;

/// <summary>The days whose marks thresholds look at: two academic years, the second up to the as-of date.</summary>
internal static class ThresholdWindow
{
    public static AttendanceWindow On(DateOnly asOf) => AttendanceWindow.Dates(SchoolFrame.FirstDayFor(asOf), asOf);
}
