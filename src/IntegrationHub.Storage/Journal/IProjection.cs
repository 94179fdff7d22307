namespace IntegrationHub.Storage.Journal;

/// <summary>What an accepted submission changes at once, in the transaction of its journal row.</summary>
public interface IProjection
{
    /// <summary>
    /// Applies the change. Returning a refusal undoes it, and the submission is refused instead: some faults, such as the end of a
    /// snapshot that was never begun, show only here.
    /// </summary>
    Task<ProjectionResult> ApplyAsync(HubDbContext context, long position, Submission submission, CancellationToken cancellationToken);

    /// <summary>
    /// Schools, besides that of the submission, whose registers must be folded anew; asked for after the commit.
    /// </summary>
    IReadOnlyCollection<SchoolKey> SchoolsToFold => [];

    /// <summary>Called after the commit, for what lives in memory. Not called after a refusal or a rollback.</summary>
    void Committed()
    {
    }
}

/// <summary>What came of a projection.</summary>
/// <param name="Notices">Notices in addition to the submission's own.</param>
/// <param name="Refusal">Not null: refuse the submission.</param>
public readonly record struct ProjectionResult(IReadOnlyList<ItemNotice> Notices, Refusal? Refusal)
{
    public static ProjectionResult Applied { get; } = new([], null);

    public static ProjectionResult With(IReadOnlyList<ItemNotice> notices) => new(notices, null);

    public static ProjectionResult Refused(Refusal refusal) => new([], refusal);
}
