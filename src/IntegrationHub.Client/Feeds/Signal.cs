namespace IntegrationHub.Client.Feeds;

/// <summary>Wakes those who wait. Costs nothing while nobody does. Guarded by its owner's lock.</summary>
internal struct Signal
{
    private TaskCompletionSource? _waiting;

    public Task WaitAsync() => (_waiting ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Wake()
    {
        _waiting?.TrySetResult();
        _waiting = null;
    }
}
