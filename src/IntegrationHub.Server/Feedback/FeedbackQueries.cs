using IntegrationHub.Domain.Attendance;
using IntegrationHub.Server.Feedback.Lists;
using IntegrationHub.Server.Registers;
using IntegrationHub.Server.Security;
using IntegrationHub.Storage.Attendance;
using Microsoft.Extensions.Options;
using KnownAt = IntegrationHub.Contracts.Attendance.V1.KnownAt;

namespace IntegrationHub.Server.Feedback;

/// <summary>Who asks for feedback, about which school and day, and for which page.</summary>
/// <param name="School">The school's DfE number; null: all of the authority's.</param>
/// <param name="AsOf">Null: the list's own default.</param>
/// <param name="KnownAt">The moment to answer as of; null: now.</param>
internal sealed record FeedbackQuestion(Caller Caller, int? School, DateOnly? AsOf, KnownAt? KnownAt, Paging Paging);

/// <summary>Answers what schools should look at and mend, each answer in one snapshot. Null: the authority has no such school.</summary>
internal sealed class FeedbackQueries(
    KnownMoments moments, AttendanceStore store, RegisterFolding folding, RegisterDeadlines deadlines, IOptions<HubOptions> options,
    TimeProvider clock)
{
    /// <summary>Today in the LA's time zone.</summary>
    public DateOnly Today => clock.Today(options.Value.TimeZone);

    public Task<FeedbackPage<PupilConcern>?> ListConcernsAsync(
        FeedbackQuestion question, ConcernKind kind, int leastPossible, CancellationToken cancellationToken) => ReadAsync(
        question, basis => new PupilConcernList(basis, new(kind, question.AsOf, leastPossible, Today)), cancellationToken);

    public Task<FeedbackPage<UnexplainedAbsence>?> ListUnexplainedAsync(FeedbackQuestion question, CancellationToken cancellationToken) =>
        ReadAsync(question, basis => new UnexplainedAbsenceList(basis, question.AsOf ?? Today), cancellationToken);

    /// <summary>What is missing, with the sessions of the day that are due.</summary>
    public async Task<(FeedbackPage<MissingRegister>? Page, IReadOnlyList<SchoolSession> Due)> ListMissingAsync(
        FeedbackQuestion question, CancellationToken cancellationToken)
    {
        var date = question.AsOf ?? Today;
        var due = deadlines.DueOn(date);
        return (await ReadAsync(question, basis => new MissingRegisterList(basis, date, due), cancellationToken), due);
    }

    public async Task<FeedbackPage<DoubtfulCode>?> ListCodesAsync(FeedbackQuestion question, CancellationToken cancellationToken)
    {
        // Marks come into quarantine with the fold, a moment after their receipt.
        await folding.CatchUpAsync(options.Value.Reconciliation.FoldPatience, cancellationToken);
        return await ReadAsync(question, basis => new DoubtfulCodeList(basis, question.AsOf ?? Today), cancellationToken);
    }

    public Task<FeedbackPage<DoubtfulUpn>?> ListUpnsAsync(FeedbackQuestion question, CancellationToken cancellationToken)
    {
        var asOf = question.AsOf ?? Today;
        return ReadAsync<DoubtfulUpn>(
            question, async basis => new DoubtfulUpnList(basis, await SharedUpns.ReadAsync(basis, asOf, cancellationToken), asOf), cancellationToken);
    }

    public Task<FeedbackPage<TwoSchoolMarks>?> ListTwoSchoolMarksAsync(FeedbackQuestion question, CancellationToken cancellationToken) =>
        ReadAsync(question, basis => new TwoSchoolMarkList(basis, question.AsOf ?? Today), cancellationToken);

    private Task<FeedbackPage<TEntry>?> ReadAsync<TEntry>(
        FeedbackQuestion question, Func<FeedbackBasis, ISchoolList<TEntry>> create, CancellationToken cancellationToken)
        where TEntry : SchoolListEntry => ReadAsync(question, basis => Task.FromResult(create(basis)), cancellationToken);

    private async Task<FeedbackPage<TEntry>?> ReadAsync<TEntry>(
        FeedbackQuestion question, Func<FeedbackBasis, Task<ISchoolList<TEntry>>> create, CancellationToken cancellationToken)
        where TEntry : SchoolListEntry
    {
        await using var snapshot = await moments.BeginReadAsync(question.KnownAt, cancellationToken);
        var basis = await FeedbackBasis.ReadAsync(store, snapshot, question.Caller.Authority, cancellationToken);
        var schools = await basis.SchoolsAsync(question.School, cancellationToken);
        if (question.School is not null && schools.Count == 0)
            return null;
        var pager = new FeedbackPager<TEntry>(await create(basis), question.Paging);
        return await pager.ReadAsync(schools, snapshot.Position, clock.GetUtcNow().UtcDateTime, cancellationToken);
    }
}
