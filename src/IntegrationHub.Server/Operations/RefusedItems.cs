using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Domain;
using IntegrationHub.Storage.Journal;

namespace IntegrationHub.Server.Operations;

/// <summary>
/// Items of a request that were not taken, each with how to mend it. They are kept as notices, so that a repeated request is answered
/// like the first.
/// </summary>
internal static class RefusedItems
{
    public static IEnumerable<RefusedItem> Of(SubmissionOutcome outcome) => outcome.Notices.Select(notice => new RefusedItem
    {
        ItemIndex = notice.ItemIndex,
        Reason = notice.Reason,
        Detail = ReasonCatalogue.Find(notice.Reason)?.Advice ?? "",
    });
}
