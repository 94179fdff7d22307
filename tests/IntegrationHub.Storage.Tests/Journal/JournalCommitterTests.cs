using System.Security.Cryptography;
using IntegrationHub.Domain;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Storage.Tests.Journal;

public sealed class JournalCommitterTests : IAsyncLifetime
{
    private TestDatabase _test = null!;
    private JournalCommitter _journal = null!;

    public async Task InitializeAsync()
    {
        _test = await TestDatabase.OpenAsync();
        _journal = new JournalCommitter(_test.Database, new JournalSettings());
    }

    public async Task DisposeAsync()
    {
        await _journal.DisposeAsync();
        await _test.DisposeAsync();
    }

    [Fact]
    public async Task Append_FromManyWritersAtOnce_GivesPositionsWithoutGapsAndEachWriterItsOrder()
    {
        var writers = Enumerable.Range(0, 8).Select(x => Writer($"writer-{x}")).ToList();
        var outcomes = await Task.WhenAll(writers.Select(SendAsync));
        outcomes.SelectMany(x => x).Select(x => x.Position).Order().ShouldBe(Enumerable.Range(1, 800).Select(x => (long)x));
        outcomes.ShouldAllBe(x => x.SequenceEqual(x.OrderBy(outcome => outcome.Position)));

        async Task<SubmissionOutcome[]> SendAsync(WriterKey writer)
        {
            var opening = await _journal.OpenWriterAsync(writer, default);
            return await Task.WhenAll(Enumerable.Range(1, 100).Select(x => _journal.AppendAsync(Submission(writer, x, opening.Epoch))));
        }
    }

    [Fact]
    public async Task Append_WithAnOldEpoch_IsSupersededAndLeavesNoTrace()
    {
        var writer = Writer();
        var older = await _journal.OpenWriterAsync(writer, default);
        var newer = await _journal.OpenWriterAsync(writer, default);
        newer.Epoch.ShouldBeGreaterThan(older.Epoch);
        (await _journal.AppendAsync(Submission(writer, 1, older.Epoch))).Kind.ShouldBe(OutcomeKind.Superseded);
        await using var context = _test.Database.CreateReadContext();
        (await context.Submissions.CountAsync()).ShouldBe(0);
        (await context.Writers.SingleAsync()).Watermark.ShouldBe(0);
    }

    [Fact]
    public async Task Append_AfterReopening_ContinuesPositionsAndKnowsDuplicates()
    {
        var writer = Writer();
        var submission = Submission(writer, null, 0);
        var first = await _journal.AppendAsync(submission);
        await _journal.DisposeAsync();
        await _test.ReopenAsync();
        _journal = new JournalCommitter(_test.Database, new JournalSettings());
        var again = await _journal.AppendAsync(submission);
        again.Kind.ShouldBe(OutcomeKind.Duplicate);
        again.Position.ShouldBe(first.Position);
        (await _journal.AppendAsync(Submission(writer, null, 0))).Position.ShouldBe(first.Position + 1);
    }

    [Fact]
    public async Task Append_SameKeyFromTwoSystems_AreTwoSubmissions()
    {
        var one = Submission(Writer(system: "mis-a"), null, 0);
        var other = one with { Writer = Writer(system: "mis-b") };
        (await _journal.AppendAsync(one)).Kind.ShouldBe(OutcomeKind.Accepted);
        (await _journal.AppendAsync(other)).Kind.ShouldBe(OutcomeKind.Accepted);
    }

    [Fact]
    public async Task Projection_Refusing_IsUndoneAndUsesNoPosition()
    {
        var refusal = new Refusal(Reason.SnapshotUnknown, "There is no such snapshot.");
        var refused = await _journal.AppendAsync(Submission(Writer(), null, 0) with { Projection = new Projection(AddSchool, refusal) });
        refused.Refusal.ShouldBe(refusal);
        (await _journal.AppendAsync(Submission(Writer(), null, 0))).Position.ShouldBe(1);
        await using var context = _test.Database.CreateReadContext();
        (await context.Schools.CountAsync()).ShouldBe(0);
        (await context.QuarantinedSubmissions.SingleAsync()).Reason.ShouldBe(Reason.SnapshotUnknown);
    }

    [Fact]
    public async Task Projection_Failing_KeepsNothingAndKeepsNobodyOut()
    {
        var broken = Submission(Writer(), null, 0) with { Projection = new Projection(_ => throw new InvalidOperationException("broken"), null) };
        var tasks = new[] { Submission(Writer(), null, 0), broken, Submission(Writer(), null, 0) }.Select(_journal.AppendAsync).ToList();
        (await tasks[0]).Kind.ShouldBe(OutcomeKind.Accepted);
        await Should.ThrowAsync<InvalidOperationException>(tasks[1]);
        (await tasks[2]).Kind.ShouldBe(OutcomeKind.Accepted);
        await using var context = _test.Database.CreateReadContext();
        (await context.Submissions.CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Projection_Accepted_IsVisibleWithItsNotices()
    {
        var notice = new ItemNotice(3, ItemOutcome.Warning, Reason.UpnCheckLetter);
        var submission = Submission(Writer(), null, 0) with { Projection = new Projection(AddSchool, null, notice) };
        (await _journal.AppendAsync(submission)).Notices.ShouldBe([notice]);
        (await _journal.AppendAsync(submission)).Notices.ShouldBe([notice]);
        await using var context = _test.Database.CreateReadContext();
        (await context.Schools.CountAsync()).ShouldBe(1);
    }

    private static void AddSchool(HubDbContext context) =>
        context.Add(new SchoolRow { Authority = TestDatabase.Authority, Laestab = 1, Name = "", Phase = "" });

    private static WriterKey Writer(string id = "writer", string system = "mis") => new(TestDatabase.Authority, system, Feed.Registers, id);

    private static Submission Submission(WriterKey writer, long? sequence, long epoch)
    {
        var id = Guid.NewGuid();
        return new()
        {
            Writer = writer,
            Sequence = sequence,
            Epoch = epoch,
            SubmissionId = id,
            Payload = id.ToByteArray(),
            ContentHash = SHA256.HashData(id.ToByteArray()),
            ReceivedTime = new DateTime(2021, 9, 13, 9, 0, 0, DateTimeKind.Utc),
        };
    }

    private sealed class Projection(Action<HubDbContext> change, Refusal? refusal, params ItemNotice[] notices) : IProjection
    {
        public Task<ProjectionResult> ApplyAsync(
            HubDbContext context, long position, Submission submission, CancellationToken cancellationToken)
        {
            change(context);
            return Task.FromResult(refusal is null ? ProjectionResult.With(notices) : ProjectionResult.Refused(refusal));
        }
    }
}
