using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Quarantine;

/// <summary>Takes refused submissions of one kind of feed in again.</summary>
internal interface IRefusedSubmissions
{
    Feed Feed { get; }

    /// <summary>Checks a refused submission as if it came now, and takes it as if it had been accepted when it came.</summary>
    /// <returns>Null: it is in the journal. Otherwise why it is refused again.</returns>
    Task<Refusal?> TakeAgainAsync(QuarantinedSubmissionRow refused, CancellationToken cancellationToken);
}
