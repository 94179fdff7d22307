namespace IntegrationHub.Storage;

/// <summary>The right to fold one school, until it is disposed.</summary>
/// <param name="begin">Begins the one transaction in which what is folded is stored.</param>
/// <param name="release">Lets the school go.</param>
public sealed class FoldClaim(Func<CancellationToken, Task<WriteTransaction>> begin, Func<ValueTask>? release = null) : IAsyncDisposable
{
    /// <summary>Begins to store. Only the school's own rows may be written; the caller commits and disposes the transaction.</summary>
    public Task<WriteTransaction> BeginWriteAsync(CancellationToken cancellationToken) => begin(cancellationToken);

    public ValueTask DisposeAsync() => release?.Invoke() ?? ValueTask.CompletedTask;
}
