using IntegrationHub.Domain.Attendance;
using IntegrationHub.Server.Identity;
using IntegrationHub.Server.Security;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Server.Attendance;

/// <summary>Answers questions about attendance, each in one snapshot with the journal's tail merged in.</summary>
internal sealed class AttendanceQueries(SqliteDatabase database, AttendanceStore store, IOptions<HubOptions> options, TimeProvider clock)
{
    /// <summary>Today in the LA's time zone.</summary>
    public DateOnly Today => clock.Today(options.Value.TimeZone);

    /// <returns>Null: the authority knows no such pupil.</returns>
    public Task<PupilAttendance?> GetPupilAsync(
        Caller caller, long pupilId, AttendanceWindow window, bool withSessions, CancellationToken cancellationToken) =>
        GetPupilAsync(caller, (context, token) => PupilLookup.FindAsync(context, caller.Authority, pupilId, token), window, withSessions, cancellationToken);

    /// <param name="upn">Current or former.</param>
    /// <returns>Null: nobody has or had the UPN.</returns>
    public Task<PupilAttendance?> GetPupilAsync(
        Caller caller, string upn, AttendanceWindow window, bool withSessions, CancellationToken cancellationToken) =>
        GetPupilAsync(caller, (context, token) => PupilLookup.FindAsync(context, caller.Authority, upn, token), window, withSessions, cancellationToken);

    /// <returns>Null: the LA has declared no such source.</returns>
    public async Task<CaseloadPage?> ListCaseloadAsync(
        Caller caller, CaseloadHolder holder, AttendanceWindow window, Paging paging, CancellationToken cancellationToken)
    {
        await using var snapshot = await database.BeginReadAsync(cancellationToken);
        if (!await snapshot.Context.CaseSources.AnyAsync(x => x.Authority == caller.Authority && x.SourceId == holder.SourceId, cancellationToken))
            return null;
        var query = new CaseloadQuery(store, snapshot, caller.Authority, Now);
        return await query.ReadAsync(holder, window, Today, paging, cancellationToken);
    }

    public async Task<AttendanceSummary> SummariseAsync(
        Caller caller, AttendanceWindow window, SummaryGrouping grouping, CancellationToken cancellationToken)
    {
        await using var snapshot = await database.BeginReadAsync(cancellationToken);
        return await new SummaryQuery(store, snapshot, caller.Authority, Now).ReadAsync(window, grouping, cancellationToken);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<PupilAttendance?> GetPupilAsync(
        Caller caller, Func<Storage.HubDbContext, CancellationToken, Task<long?>> find, AttendanceWindow window, bool withSessions,
        CancellationToken cancellationToken)
    {
        await using var snapshot = await database.BeginReadAsync(cancellationToken);
        if (await find(snapshot.Context, cancellationToken) is not { } pupilId)
            return null;
        var query = new PupilAttendanceQuery(store, snapshot, caller.Authority, Now);
        return await query.ReadAsync(pupilId, window, withSessions, cancellationToken);
    }
}
