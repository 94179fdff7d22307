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
        Detail = DetailOf(notice.Reason),
    });

    private static string DetailOf(string reason) => reason switch
    {
        Reason.RecordIncomplete => "A field that is needed is empty or absent.",
        Reason.TextTooLong => "A text has more than 200 characters.",
        Reason.InvalidUrn => "A URN has six digits and does not begin with 0.",
        Reason.InvalidLaestab => "A DfE number (LAESTAB) has seven digits, for example 8514001.",
        Reason.UrnOfOtherSchool => "The URN belongs to a school with another DfE number that has sent records already. Check both numbers.",
        Reason.InvalidDate => "A date lacks a part, or is none.",
        Reason.DatesOutOfOrder => "An end lies before its start, a half term outside its term, or one end of a half term is absent.",
        Reason.DateOutsideSchoolYear => "The days lie in more than one academic year (1 August to 31 July).",
        Reason.UnknownSchool => "No school with this DfE number is on file. Add the school first.",
        Reason.InvalidSourceId => "A source_id has 1 to 50 lower-case letters, digits and hyphens.",
        Reason.InvalidInterval => "interval_days must be at least 1.",
        Reason.InvalidAgeRange => "Ages must not be negative, and the oldest not below the youngest; 0 for the oldest means no limit.",
        Reason.UnknownLeadKind => "A kind of lead is not in the hub's table.",
        Reason.UnknownPlanKind => "A kind of plan is not in the hub's table.",
        _ => "",
    };
}
