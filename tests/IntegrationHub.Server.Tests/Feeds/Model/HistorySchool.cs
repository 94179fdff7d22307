using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Contracts.Roll.V1;
using IntegrationHub.Contracts.Type.V1;
using Upn = IntegrationHub.Domain.Identity.Upn;

namespace IntegrationHub.Server.Tests.Feeds.Model;

/// <summary>A history's own school and pupils, and the messages that its writers make of what they have to say.</summary>
internal sealed class HistorySchool(int number, DateTime begun)
{
    public const int Pupils = 4;
    public static readonly DateOnly Monday = new(2021, 9, 13);
    public static readonly DateOnly Tuesday = Monday.AddDays(1);
    private static readonly DateOnly Wednesday = Monday.AddDays(2);

    /// <summary>The snapshots begun so far, by any writer.</summary>
    private readonly List<string> _snapshots = [];

    public int Laestab => 8_510_000 + number;

    public int Urn => 100_000 + number;

    public string UrnText => Urn.ToString(CultureInfo.InvariantCulture);

    public static string MisOf(int pupil) => $"p{pupil}";

    public static string MisOf(string upn) => MisOf(upn[^1] - '0');

    public string UpnOf(int pupil) => Upn.Create(851, number, 17, pupil).Value;

    public string SnapshotAgo(int ago) => ago < _snapshots.Count ? _snapshots[^(ago + 1)] : Guid.NewGuid().ToString();

    public IMessage Message(Content content, PlainHub hub) => content switch
    {
        Content.Register register => Register(register),
        Content.Begin { UsedId: true } when _snapshots.Count > 0 => Roll(x => x.SnapshotBegin = Begin(_snapshots[^1])),
        Content.Begin => Roll(x => x.SnapshotBegin = Begin(NewSnapshot())),
        Content.Part part => Roll(x => x.Records = Records(part.Entries, SnapshotAgo(part.Ago))),
        Content.End end => Roll(x => x.SnapshotEnd = End(SnapshotAgo(end.Ago), end.Miscount, hub)),
        Content.Change change => Roll(x => x.Records = Records(change.Entries, "")),
        _ => throw new ArgumentOutOfRangeException(nameof(content)),
    };

    private RegisterSubmission Register(Content.Register register)
    {
        var date = register.Flaw == Flaw.InFuture ? Monday.AddYears(1) : register.Session < 2 ? Monday : Wednesday;
        var message = new RegisterSubmission
        {
            SubmissionId = register.Flaw switch
            {
                Flaw.NoId => "",
                Flaw.EmptyId => Guid.Empty.ToString(),
                _ => Guid.NewGuid().ToString(),
            },
            SchoolUrn = register.Flaw == Flaw.UnknownSchool ? "999999" : UrnText,
            SessionDate = ToDate(date),
            Session = register.Flaw == Flaw.NoSession ? SchoolSession.Unspecified
                : register.Session % 2 == 0 ? SchoolSession.Am : SchoolSession.Pm,
            RegisterGroup = Guid.NewGuid().ToString(),
        };
        if (register.Flaw != Flaw.NoMarks)
            message.Marks.Add(register.Marks.Select(x => Mark(x, register.ByUpn)));
        return message;
    }

    private RegisterMark Mark(Mark mark, bool byUpn)
    {
        var message = new RegisterMark { Code = mark.Code, Withdrawn = mark.Withdrawn };
        if (byUpn)
            message.Upn = UpnOf(mark.Pupil);
        else
            message.MisPupilId = MisOf(mark.Pupil);
        if (mark.Time is { } minutes)
            message.RecordTime = Timestamp.FromDateTime(begun.AddMinutes(minutes));
        return message;
    }

    private RollSubmission Roll(Action<RollSubmission> fill)
    {
        var roll = new RollSubmission { SubmissionId = Guid.NewGuid().ToString(), SchoolUrn = UrnText };
        fill(roll);
        return roll;
    }

    private string NewSnapshot()
    {
        _snapshots.Add(Guid.NewGuid().ToString());
        return _snapshots[^1];
    }

    private static Contracts.Feed.V1.SnapshotBegin Begin(string id) => new() { SnapshotId = id, AsOfDate = ToDate(Wednesday) };

    private static Contracts.Feed.V1.SnapshotEnd End(string id, int miscount, PlainHub hub) =>
        new() { SnapshotId = id, RecordCount = hub.Roll.CountOf(id) + miscount };

    private RollRecords Records(IEnumerable<Entry> entries, string snapshotId) =>
        new() { SnapshotId = snapshotId, Records = { entries.Select(Record) } };

    private RollRecord Record(Entry entry) => new()
    {
        MisPupilId = MisOf(entry.Pupil),
        Upn = UpnOf(entry.Pupil),
        Forename = "Test",
        Surname = "Child",
        DateOfBirth = ToDate(new DateOnly(2012, 3, 4).AddDays(entry.Pupil)),
        EnrolmentStatus = EnrolmentStatus.Main,
        EntryDate = ToDate(new(2019, 9, 1)),
        LeavingDate = entry.Enrolled == Enrolled.Left ? ToDate(Tuesday) : null,
        Removed = entry.Enrolled == Enrolled.Removed,
    };

    private static Date ToDate(DateOnly date) => new() { Year = date.Year, Month = date.Month, Day = date.Day };
}
