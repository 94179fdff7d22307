using System.Globalization;
using IntegrationHub.Contracts.Roll.V1;
using IntegrationHub.Contracts.Type.V1;

namespace IntegrationHub.Server.Tests.Roll;

/// <summary>Rolls for tests: two schools, and a pupil unless said otherwise.</summary>
internal static class RollBuilder
{
    public const int NorthUrn = 900001;
    public const int North = 8512001;
    public const int SouthUrn = 900002;
    public const int South = 8512002;

    public static readonly DateOnly Born = new(2012, 3, 4);
    public static readonly DateOnly Entry = new(2019, 9, 1);
    public static readonly DateOnly Snapshot = new(2021, 9, 13);

    /// <summary>A UPN with the right check letter.</summary>
    public static string Upn(int serial) => Domain.Identity.Upn.Create(851, 2001, 17, serial).Value;

    /// <summary>The same with the wrong one.</summary>
    public static string WrongLetter(int serial) => (Upn(serial)[0] == 'A' ? 'B' : 'A') + Upn(serial)[1..];

    public static RollRecord Record(string misPupilId, string upn = "", DateOnly? born = null, DateOnly? entry = null, DateOnly? leaving = null) => new()
    {
        MisPupilId = misPupilId,
        Upn = upn,
        Forename = "Ada",
        Surname = "Okafor",
        DateOfBirth = Date(born ?? Born),
        EnrolmentStatus = EnrolmentStatus.Main,
        EntryDate = Date(entry ?? Entry),
        LeavingDate = leaving is { } day ? Date(day) : null,
        YearGroup = 4,
    };

    /// <summary>As many records as asked for, of different children.</summary>
    public static RollRecord[] Records(int count) => [.. Enumerable.Range(1, count).Select(x => Record($"p{x}", Upn(x), Born.AddDays(x)))];

    public static RollSubmission Delta(int urn, params RollRecord[] records) =>
        Submission(urn, x => x.Records = new() { Records = { records } });

    public static RollSubmission Begin(int urn, Guid snapshotId, DateOnly? asOf = null) =>
        Submission(urn, x => x.SnapshotBegin = new() { SnapshotId = snapshotId.ToString(), AsOfDate = Date(asOf ?? Snapshot) });

    public static RollSubmission Part(int urn, Guid snapshotId, params RollRecord[] records) =>
        Submission(urn, x => x.Records = new() { SnapshotId = snapshotId.ToString(), Records = { records } });

    public static RollSubmission End(int urn, Guid snapshotId, int count) =>
        Submission(urn, x => x.SnapshotEnd = new() { SnapshotId = snapshotId.ToString(), RecordCount = count });

    /// <summary>A whole snapshot: begin, one part, end.</summary>
    public static RollSubmission[] Whole(int urn, DateOnly asOf, params RollRecord[] records)
    {
        var id = Guid.NewGuid();
        return [Begin(urn, id, asOf), Part(urn, id, records), End(urn, id, records.Length)];
    }

    public static Date Date(DateOnly day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };

    private static RollSubmission Submission(int urn, Action<RollSubmission> content)
    {
        var submission = new RollSubmission
        {
            SubmissionId = Guid.NewGuid().ToString(),
            SchoolUrn = urn.ToString(CultureInfo.InvariantCulture),
        };
        content(submission);
        return submission;
    }
}
