using IntegrationHub.Contracts.Type.V1;
using IntegrationHub.Domain;
using IntegrationHub.Server.Errors;

namespace IntegrationHub.Server;

/// <summary>Reads a date that a request may give.</summary>
internal static class RequestedDate
{
    private const int LastYear = 2100;

    /// <returns>Null: the request gives none.</returns>
    /// <exception cref="Grpc.Core.RpcException">It is no day of the calendar, or in a century without registers.</exception>
    public static DateOnly? Read(Date? date, string field)
    {
        if (date is null)
            return null;
        return date.ToDateOnly() is { Year: >= CivilDates.FirstYear and <= LastYear } day
            ? day
            : throw RpcErrors.InvalidArgument(Reason.InvalidDate, $"Give a day of the calendar, from {CivilDates.FirstYear} to {LastYear}.", field);
    }
}
