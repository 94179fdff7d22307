using IntegrationHub.Contracts.Feed.V1;

namespace IntegrationHub.Client;

/// <summary>A submission and the receipt it got.</summary>
/// <param name="Submission">What was sent. From a spool it is an equal message, not the same object.</param>
/// <param name="Receipt">The hub's final word on it.</param>
/// <typeparam name="TSubmission">RegisterSubmission, RollSubmission or CaseSubmission.</typeparam>
public sealed record FeedOutcome<TSubmission>(TSubmission Submission, FeedReceipt Receipt)
    where TSubmission : class
{
    /// <summary>Why the hub refused it, and how to mend it. Null: it was accepted.</summary>
    public Refused? Refused => Receipt.Refused;

    /// <summary>
    /// What was odd about single marks or records, by their index in the submission. Empty when all is well, and when the whole was refused.
    /// </summary>
    public IReadOnlyList<Notice> Notices => Receipt.Accepted?.Notices ?? (IReadOnlyList<Notice>)[];

    /// <summary>The notices of marks or records that do not count until they are mended.</summary>
    public IEnumerable<Notice> Quarantined => Notices.Where(notice => notice.Outcome == NoticeOutcome.Quarantined);
}
