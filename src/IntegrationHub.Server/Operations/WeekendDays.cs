using IntegrationHub.Contracts.Operations.V1;

namespace IntegrationHub.Server.Operations;

internal static class WeekendDays
{
    public static DayOfWeek ToDayOfWeek(this WeekendDay day) => day == WeekendDay.Sunday ? DayOfWeek.Sunday : DayOfWeek.Saturday;
}
