namespace IntegrationHub.Domain;

/// <summary>The gRPC statuses that the hub ends streams and calls with. Names and numbers are gRPC's.</summary>
public enum CallStatus
{
    /// <summary>No error: the reason is told in an answer.</summary>
    Ok = 0,

    InvalidArgument = 3,
    NotFound = 5,
    PermissionDenied = 7,
    ResourceExhausted = 8,
    FailedPrecondition = 9,
    Aborted = 10,
    Internal = 13,
    Unavailable = 14,
    Unauthenticated = 16,
}
