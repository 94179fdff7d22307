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

    public static CaseSubmission Begin(string source, Guid snapshotId, DateOnly asOf) =>
        Submission(source, x => x.SnapshotBegin = new() { SnapshotId = snapshotId.ToString(), AsOfDate = RollBuilder.Date(asOf) });

    public static CaseSubmission Part(string source, Guid snapshotId, params CaseRecord[] records) =>
        Submission(source, x => x.Records = new() { SnapshotId = snapshotId.ToString(), Records = { records } });

    public static CaseSubmission End(string source, Guid snapshotId, int count) =>
        Submission(source, x => x.SnapshotEnd = new() { SnapshotId = snapshotId.ToString(), RecordCount = count });

    /// <summary>A whole snapshot: begin, one part, end.</summary>
    public static CaseSubmission[] Whole(string source, DateOnly asOf, params CaseRecord[] records)
    {
        var id = Guid.NewGuid();
        return [Begin(source, id, asOf), Part(source, id, records), End(source, id, records.Length)];
    }

    private static CaseSubmission Submission(string source, Action<CaseSubmission> content)
    {
        var submission = new CaseSubmission { SubmissionId = Guid.NewGuid().ToString(), SourceId = source };
        content(submission);
        return submission;
    }
}
