using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Published.Suppression;
using IntegrationHub.Server.Attendance.Summaries;
using IntegrationHub.Server.Identity;
using IntegrationHub.Server.Security;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using KnownAt = IntegrationHub.Contracts.Attendance.V1.KnownAt;

namespace IntegrationHub.Server.Attendance;

/// <summary>
/// Answers questions about attendance, each in one snapshot with the journal's tail merged in: of now, or of the moment known_at.
/// </summary>
internal sealed class AttendanceQueries(KnownMoments moments, AttendanceStore store, IOptions<HubOptions> options, TimeProvider clock)
{
    /// <summary>Today in the LA's time zone.</summary>
    public DateOnly Today => clock.Today(options.Value.TimeZone);

    /// <returns>Null: the authority knows no such pupil.</returns>
    public Task<PupilAttendance?> GetPupilAsync(
        Caller caller, RequestedPupil pupil, AttendanceWindow window, KnownAt? knownAt, bool withSessions, CancellationToken cancellationToken) =>
        AskAboutAsync(
            caller, pupil, knownAt,
            (snapshot, id) => new PupilAttendanceQuery(store, snapshot, caller.Authority, Now).ReadAsync(id, window, withSessions, cancellationToken),
            cancellationToken);

    /// <returns>Null: the authority knows no such pupil.</returns>
    public Task<PupilMarkHistory?> GetHistoryAsync(
        Caller caller, RequestedPupil pupil, HistoryScope about, KnownAt? knownAt, CancellationToken cancellationToken) =>
        AskAboutAsync(
            caller, pupil, knownAt,
            (snapshot, id) => new MarkHistoryQuery(store, snapshot, caller.Authority, Now).ReadAsync(id, about, cancellationToken),
            cancellationToken);

    /// <returns>Null: the LA has declared no such source.</returns>
    public async Task<CaseloadPage?> ListCaseloadAsync(
        Caller caller, CaseloadHolder holder, AttendanceWindow window, KnownAt? knownAt, Paging paging, CancellationToken cancellationToken)
    {
        await using var snapshot = await moments.BeginReadAsync(knownAt, cancellationToken);
        if (!await snapshot.Context.CaseSources.AnyAsync(x => x.Authority == caller.Authority && x.SourceId == holder.SourceId, cancellationToken))
            return null;
        var query = new CaseloadQuery(store, snapshot, caller.Authority, Now);
        return await query.ReadAsync(holder, window, Today, paging, cancellationToken);
    }

    public async Task<AttendanceSummary> SummariseAsync(
        Caller caller, SummaryRequest request, KnownAt? knownAt, CancellationToken cancellationToken)
    {
        await using var snapshot = await moments.BeginReadAsync(knownAt, cancellationToken);
        var small = new SmallNumbers(options.Value.Publication.MostWithheld);
        return await new SummaryQuery(store, snapshot, caller.Authority, Now).ReadAsync(request, small, cancellationToken);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<TAnswer?> AskAboutAsync<TAnswer>(
        Caller caller, RequestedPupil pupil, KnownAt? knownAt, Func<ReadSnapshot, long, Task<TAnswer>> ask, CancellationToken cancellationToken)
        where TAnswer : class
    {
        await using var snapshot = await moments.BeginReadAsync(knownAt, cancellationToken);
        return await pupil.FindAsync(snapshot.Context, caller.Authority, cancellationToken) is { } id ? await ask(snapshot, id) : null;
    }
}
