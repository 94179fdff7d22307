using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Storage.Tests.Attendance;

/// <summary>
/// Whatever comes in whatever order, folded in whatever passes or read before it is folded: the strips say what a plain reading of
/// the rule says.
/// </summary>
public sealed class SchoolFoldTests
{
    private static readonly Config Histories = Config.QuickThrowOnFailure.WithMaxTest(120).WithEndSize(25);

    [Fact]
    public void Strips_AnyHistory_HoldTheMarksThatCount() =>
        Check.One(Histories, Prop.ForAll(FoldHistory.Arbitrary, history => CheckAsync(history).GetAwaiter().GetResult()));

    private static async Task CheckAsync(FoldHistory history)
    {
        await using var test = await TestDatabase.OpenAsync();
        await test.AddSchoolAsync();
        await using var journal = new JournalCommitter(test.Database, new JournalSettings());
        var store = new AttendanceStore(test.Database, new JsonRegisterDecoder(), new FoldSettings { MaxRegisters = 3 });
        var model = new FoldModel();
        foreach (var step in history.Steps)
        {
            switch (step)
            {
                case RegisterStep register:
                    var outcome = await journal.AppendAsync(Submission(register));
                    model.Add(register, outcome.Position);
                    break;
                case RollStep roll:
                    var position = (await journal.AppendAsync(RollChange())).Position;
                    model.Enrolments[roll.Pupil] = await test.StateStayAsync(roll.Pupil, roll.Entry, roll.Leaving, roll.Removed, position);
                    model.State(roll);
                    break;
                case FoldNow:
                    await store.FoldAsync(TestDatabase.School, default);
                    break;
            }
            await ShouldReadAsync(test, store, model);
        }
        while ((await store.FoldAsync(TestDatabase.School, default)).More)
        {
        }
        await ShouldReadAsync(test, store, model);
        await ShouldHoldAsync(test, model);
        await ShouldEqualAFreshFoldAsync(test, store);
    }

    /// <summary>What many passes in between changes of the roll have left is what one pass over all of it leaves.</summary>
    private static async Task ShouldEqualAFreshFoldAsync(TestDatabase test, AttendanceStore store)
    {
        var passes = await ProjectionsAsync(test);
        await test.ExecuteAsync(
            "delete from attendance_strip; delete from mark_change; delete from mark_detail; delete from held_mark; delete from school_state; delete from roll_touch");
        while ((await store.FoldAsync(TestDatabase.School, default)).More)
        {
        }
        (await ProjectionsAsync(test)).ShouldBe(passes);
    }

    private static async Task<List<string>> ProjectionsAsync(TestDatabase test)
    {
        await using var context = test.Database.CreateReadContext();
        (await context.RollTouches.AnyAsync()).ShouldBeFalse();
        List<string> lines =
        [
            .. (await context.Strips.ToListAsync()).Select(x => $"strip {x.EnrolmentId} {x.AcademicYear} {Convert.ToHexString(x.Codes)}"),
            .. (await context.MarkChanges.ToListAsync())
                .Select(x => $"change {x.EnrolmentId} {x.AcademicYear} {x.Slot} {x.Position} {x.PreviousCode} {x.Code}"),
            .. (await context.MarkDetails.ToListAsync())
                .Select(x => $"detail {x.EnrolmentId} {x.AcademicYear} {x.Slot} {x.Position} {x.MinutesLate}"),
            .. (await context.HeldMarks.ToListAsync()).Select(x => $"held {x.Position} {x.MarkIndex} {x.State} {x.Reason} {x.Value}"),
        ];
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static async Task ShouldReadAsync(TestDatabase test, AttendanceStore store, FoldModel model)
    {
        await using var snapshot = await test.Database.BeginReadAsync(default);
        var read = await store.ReadAsync(snapshot, TestDatabase.School, enrolments: null, [2020, 2021], default);
        var details = await snapshot.Context.MarkDetails.ToDictionaryAsync(
            x => (new StripKey(x.EnrolmentId, x.AcademicYear), x.Slot), x => x.MinutesLate);
        foreach (var (slot, detail) in read.TailDetails)
            details[slot] = detail?.MinutesLate;
        foreach (var (enrolment, session) in model.Slots())
        {
            var (code, minutes) = model.Expect(enrolment, session);
            Code(read.Strips, enrolment, session).ShouldBe(code, $"enrolment {enrolment}, session {session}");
            details.GetValueOrDefault(Slot(enrolment, session)).ShouldBe(minutes, $"enrolment {enrolment}, session {session}");
        }
    }

    private static async Task ShouldHoldAsync(TestDatabase test, FoldModel model)
    {
        await using var context = test.Database.CreateReadContext();
        var strips = await context.Strips.ToDictionaryAsync(x => new StripKey(x.EnrolmentId, x.AcademicYear), x => x.Codes);
        var details = await context.MarkDetails.ToListAsync();
        var expected = new List<(long, int, int?)>();
        foreach (var (enrolment, session) in model.Slots())
        {
            var (code, minutes) = model.Expect(enrolment, session);
            Code(strips, enrolment, session).ShouldBe(code);
            if (minutes is not null)
                expected.Add((enrolment, session, minutes));
        }
        details.Select(x => (x.EnrolmentId, Session(x), x.MinutesLate)).Order().ShouldBe(expected.Order());
        var held = await context.HeldMarks.ToListAsync();
        held.Select(x => (x.Position, x.MarkIndex, x.State)).Order().ShouldBe(model.Held().Order());
    }

    private static byte Code(IReadOnlyDictionary<StripKey, byte[]> strips, long enrolment, int session)
    {
        var (strip, slot) = Slot(enrolment, session);
        return strips.TryGetValue(strip, out var codes) ? codes[slot] : (byte)0;
    }

    private static (StripKey Strip, int Slot) Slot(long enrolment, int session)
    {
        var date = SessionNumber.DateOf(session);
        var year = AcademicYear.FromDate(date);
        return (new(enrolment, year.StartYear), year.SlotOf(date, SessionNumber.SessionOf(session)));
    }

    private static int Session(MarkDetailRow row)
    {
        var year = new AcademicYear(row.AcademicYear);
        return SessionNumber.Of(year.DateOf(row.Slot), AcademicYear.SessionOf(row.Slot));
    }

    private static Submission Submission(RegisterStep step)
    {
        var payload = JsonRegisterDecoder.Encode(new DecodedRegister(step.SessionNumber, [.. step.Marks]));
        return Empty(Feed.Registers) with
        {
            School = TestDatabase.Laestab,
            SessionNumber = step.SessionNumber,
            Payload = payload,
            ContentHash = SHA256.HashData(payload),
            ReceivedTime = FoldHistory.Minute(step.ReceivedMinute),
        };
    }

    private static Submission RollChange() => Empty(Feed.Roll);

    private static Submission Empty(Feed feed) => new()
    {
        Writer = new(TestDatabase.Authority, "mis", feed, "writer"),
        SubmissionId = Guid.NewGuid(),
        Payload = [],
        ContentHash = [],
        ReceivedTime = FoldHistory.Minute(0),
    };
}
