using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Feeds;

/// <summary>
/// Reads the journal rows of one feed back for a rebuild, into the change that live code made when they came. Each feed has one,
/// registered by its feature.
/// </summary>
/// <remarks>
/// A row was accepted once, so it is not checked against limits and settings of today: where it belongs is taken from the row, and
/// only what its message says is read again.
/// </remarks>
internal interface IJournalReplay
{
    Storage.Model.Feed Feed { get; }

    /// <returns>The notices of the check, and the change; null: the row changes nothing when it comes. A refusal ends the rebuild.</returns>
    SubmissionCheck Read(JournalRow row);
}
