using IntegrationHub.Domain;
using IntegrationHub.Domain.Identity;
using IntegrationHub.Server.Errors;

namespace IntegrationHub.Server;

/// <summary>Reads the school that a request may name.</summary>
internal static class RequestedSchool
{
    /// <returns>The school's DfE number. Null: the request names none.</returns>
    /// <exception cref="Grpc.Core.RpcException">It is no DfE number.</exception>
    public static int? Read(string laestab, string field)
    {
        if (laestab.Length == 0)
            return null;
        return Laestab.TryParse(laestab, out var school)
            ? school.Value
            : throw RpcErrors.InvalidArgument(Reason.InvalidLaestab, "A DfE number (LAESTAB) has seven digits, for example 8514001.", field);
    }

    /// <summary>The error for a school that the authority has not.</summary>
    public static Grpc.Core.RpcException Unknown() =>
        RpcErrors.NotFound(Reason.UnknownSchool, "No school of the authority with this DfE number is on file.");
}
