using IntegrationHub.Contracts.Feedback.V1;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Identity;
using IntegrationHub.Server.Attendance;
using Contract = IntegrationHub.Contracts.Feedback.V1;
using RegisterContract = IntegrationHub.Contracts.Registers.V1;

namespace IntegrationHub.Server.Feedback;

/// <summary>Pages of feedback in the words of the contract.</summary>
internal static class FeedbackMessages
{
    public static ListPupilConcernsResponse ToMessage(this FeedbackPage<Lists.PupilConcern> page) => new()
    {
        Concerns = { page.Entries.Select(FeedbackEntries.ToMessage) },
        NextPageToken = page.NextPageToken,
        Schools = { Schools(page) },
        Freshness = page.Freshness.ToMessage(),
    };

    public static ListUnexplainedAbsencesResponse ToMessage(this FeedbackPage<Lists.UnexplainedAbsence> page) => new()
    {
        Absences = { page.Entries.Select(FeedbackEntries.ToMessage) },
        NextPageToken = page.NextPageToken,
        Schools = { Schools(page) },
        Freshness = page.Freshness.ToMessage(),
    };

    public static ListMissingRegistersResponse ToMessage(this FeedbackPage<Lists.MissingRegister> page, IEnumerable<SchoolSession> due) => new()
    {
        Missing = { page.Entries.Select(FeedbackEntries.ToMessage) },
        NextPageToken = page.NextPageToken,
        Schools = { Schools(page) },
        Freshness = page.Freshness.ToMessage(),
        DueSessions = { due.Select(x => (RegisterContract.SchoolSession)x) },
    };

    public static ListDoubtfulCodesResponse ToMessage(this FeedbackPage<Lists.DoubtfulCode> page) => new()
    {
        Codes = { page.Entries.Select(FeedbackEntries.ToMessage) },
        NextPageToken = page.NextPageToken,
        Schools = { Schools(page) },
        Freshness = page.Freshness.ToMessage(),
    };

    public static ListDoubtfulUpnsResponse ToMessage(this FeedbackPage<Lists.DoubtfulUpn> page) => new()
    {
        Upns = { page.Entries.Select(FeedbackEntries.ToMessage) },
        NextPageToken = page.NextPageToken,
        Schools = { Schools(page) },
        Freshness = page.Freshness.ToMessage(),
    };

    public static ListTwoSchoolMarksResponse ToMessage(this FeedbackPage<Lists.TwoSchoolMarks> page) => new()
    {
        Sessions = { page.Entries.Select(FeedbackEntries.ToMessage) },
        NextPageToken = page.NextPageToken,
        Schools = { Schools(page) },
        Freshness = page.Freshness.ToMessage(),
    };

    private static IEnumerable<FeedbackSchool> Schools<TEntry>(FeedbackPage<TEntry> page) => page.Schools.Select(x => new FeedbackSchool
    {
        SchoolLaestab = new Laestab(x.School.Laestab).ToString(),
        SchoolName = x.School.Name,
        State = (Contract.FeedbackState)x.Standing.State,
        Window = x.Standing.Window?.ToMessage(),
        PeriodName = x.Standing.PeriodName,
        EntryCount = x.Entries,
        RestrictedChildCount = x.Standing.RestrictedChildren,
    });
}
