using IntegrationHub.Contracts.Casework.V1;
using IntegrationHub.Server.Tests.Roll;

namespace IntegrationHub.Server.Tests.Casework;

/// <summary>Case records for tests.</summary>
internal static class CaseBuilder
{
    public const string SocialCare = "social-care";
    public const string EarlyHelp = "early-help";

    public static readonly DateOnly Today = new(2021, 9, 13);

    public static CaseRecord Child(string id, string upn = "", DateOnly? born = null) => new()
    {
        Child = new()
        {
            SourceChildId = id,
            Upn = upn,
            Forename = "Ada",
            Surname = "Okafor",
            DateOfBirth = RollBuilder.Date(born ?? RollBuilder.Born),
        },
    };

    public static CaseRecord Plan(string id, params string[] children) => new()
    {
        Plan = new()
        {
            SourcePlanId = id,
            PlanKind = "CHILD_IN_NEED",
            SourceChildIds = { children },
            StartDate = RollBuilder.Date(Today.AddDays(-100)),
        },
    };

    public static CaseRecord Lead(string id, string child, string worker = "", string team = "team-1", DateOnly? end = null) => new()
    {
        Involvement = new()
        {
            SourceInvolvementId = id,
            SourceChildId = child,
            LeadKind = "SOCIAL_WORKER",
            Lead = true,
            WorkerId = worker,
            TeamId = team,
            StartDate = RollBuilder.Date(Today.AddDays(-100)),
            EndDate = end is { } day ? RollBuilder.Date(day) : null,
        },
    };

    public static CaseRecord Removal(CaseRecordKind kind, string id) => new() { Removal = new() { Kind = kind, SourceRecordId = id } };

    public static CaseSubmission Delta(string source, params CaseRecord[] records) =>
        Submission(source, x => x.Records = new() { Records = { records } });

    /// <summary>A whole snapshot: begin, one part, end.</summary>
    public static CaseSubmission[] Whole(string source, DateOnly asOf, params CaseRecord[] records)
    {
        var id = Guid.NewGuid().ToString();
        return
        [
            Submission(source, x => x.SnapshotBegin = new() { SnapshotId = id, AsOfDate = RollBuilder.Date(asOf) }),
            Submission(source, x => x.Records = new() { SnapshotId = id, Records = { records } }),
            Submission(source, x => x.SnapshotEnd = new() { SnapshotId = id, RecordCount = records.Length }),
        ];
    }

    private static CaseSubmission Submission(string source, Action<CaseSubmission> content)
    {
        var submission = new CaseSubmission { SubmissionId = Guid.NewGuid().ToString(), SourceId = source };
        content(submission);
        return submission;
    }
}
