using Google.Protobuf.WellKnownTypes;
using IntegrationHub.Contracts.Type.V1;

namespace IntegrationHub.City;

/// <summary>Dates and instants as the contracts write them.</summary>
internal static class ContractDates
{
    public static Date ToContract(this DateOnly date) => new() { Year = date.Year, Month = date.Month, Day = date.Day };

    public static Timestamp ToContract(this DateTime utc) => Timestamp.FromDateTime(utc);
}
