namespace Grpc.Core;

/// <summary>Where a channel stands with its connection.</summary>
public enum ConnectivityState
{
    Idle = 0,
    Connecting = 1,
    Ready = 2,

    /// <summary>Failed, and trying again after a pause.</summary>
    TransientFailure = 3,
    Shutdown = 4,
}
