using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Published.Suppression;
using IntegrationHub.Server.Security;
using IntegrationHub.Storage.Attendance;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using KnownAt = IntegrationHub.Contracts.Attendance.V1.KnownAt;

namespace IntegrationHub.Server.HealthAbsence;

/// <summary>Answers questions about absence for reasons of health. Null: the authority has no such school.</summary>
internal sealed class HealthAbsenceQueries(KnownMoments moments, AttendanceStore store, IOptions<HubOptions> options, TimeProvider clock)
{
    /// <summary>Today in the LA's time zone.</summary>
    public DateOnly Today => clock.Today(options.Value.TimeZone);

    /// <summary>From how many school days of illness on a child is returned to the LA.</summary>
    public int ReturnedSchoolDays => options.Value.Thresholds.ReturnSicknessDays;

    /// <summary>Which numbers of pupils must not be published.</summary>
    public SmallNumbers SmallNumbers => new(options.Value.Publication.MostWithheld);

    public async Task<HealthSummary?> SummariseAsync(
        Caller caller, AttendanceWindow window, HealthGrouping grouping, int? school, KnownAt? knownAt, CancellationToken cancellationToken)
    {
        await using var snapshot = await moments.BeginReadAsync(knownAt, cancellationToken);
        return await new HealthSummaryQuery(store, snapshot, caller.Authority, grouping)
            .ReadAsync(window, school, clock.GetUtcNow().UtcDateTime, cancellationToken);
    }

    public async Task<LongIllnessPage?> ListLongIllnessesAsync(
        Caller caller, IllnessQuestion question, KnownAt? knownAt, CancellationToken cancellationToken)
    {
        await using var snapshot = await moments.BeginReadAsync(knownAt, cancellationToken);
        var known = question.School is null || await snapshot.Known.Schools
            .AnyAsync(x => x.Authority == caller.Authority && x.Laestab == question.School, cancellationToken);
        return known
            ? await new LongIllnessQuery(store, snapshot, caller.Authority, question).ReadAsync(clock.GetUtcNow().UtcDateTime, cancellationToken)
            : null;
    }
}
