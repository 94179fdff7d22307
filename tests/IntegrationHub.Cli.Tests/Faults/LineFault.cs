namespace IntegrationHub.Cli.Tests.Faults;

/// <summary>What a lossy line does to a connection.</summary>
internal enum LineFault
{
    /// <summary>Ends it at once, in the middle of a message.</summary>
    Cut,

    /// <summary>Nothing more reaches the hub, and nobody is told.</summary>
    StallToHub,

    /// <summary>Nothing more reaches the client, and nobody is told.</summary>
    StallToClient,

    /// <summary>Nothing more goes either way, and nobody is told.</summary>
    Stall,
}

/// <summary>A connection that stalled, and who noticed when.</summary>
internal sealed class LineStall(LineFault fault, long started)
{
    private readonly TaskCompletionSource<long> _client = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<long> _hub = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public LineFault Fault => fault;

    /// <summary>How long the client took to break off.</summary>
    public Task<TimeSpan> ClientNoticed => SinceStartAsync(_client.Task);

    /// <summary>How long the hub took to close its end.</summary>
    public Task<TimeSpan> HubNoticed => SinceStartAsync(_hub.Task);

    public void ClientNotices() => _client.TrySetResult(TimeProvider.System.GetTimestamp());

    public void HubNotices() => _hub.TrySetResult(TimeProvider.System.GetTimestamp());

    private async Task<TimeSpan> SinceStartAsync(Task<long> noticed) => TimeProvider.System.GetElapsedTime(started, await noticed);
}
