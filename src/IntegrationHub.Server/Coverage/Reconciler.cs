using IntegrationHub.Server.Casework;
using IntegrationHub.Server.Schools;
using IntegrationHub.Server.Thresholds;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Server.Coverage;

/// <summary>Reads what a reconciliation needs, all in one snapshot, and has it judged.</summary>
internal sealed class Reconciler(AttendanceStore store, CaseSources sources, IOptions<HubOptions> options)
{
    /// <summary>What a run on a date rests on.</summary>
    public async Task<ReconciliationBasis> PrepareAsync(ReadSnapshot snapshot, string authority, DateOnly asOf, CancellationToken cancellationToken)
    {
        var settings = options.Value.Reconciliation.Rules;
        var calendars = await SchoolCalendars.ReadAsync(snapshot.Known, authority, cancellationToken);
        return new ReconciliationBasis
        {
            Authority = authority,
            Position = snapshot.Position,
            AsOf = asOf,
            Window = settings.WindowOn(asOf, calendars.OfAuthority(authority)),
            Settings = settings,
            Thresholds = options.Value.Thresholds,
            Calendars = calendars,
            Sources = await sources.ReadAsync(snapshot.Context, authority, asOf, cancellationToken),
            SchoolNames = await snapshot.Known.Schools
                .Where(x => x.Authority == authority)
                .ToDictionaryAsync(x => x.Laestab, x => x.Name, cancellationToken),
        };
    }

    public async Task<Findings> FindAsync(ReadSnapshot snapshot, ReconciliationBasis basis, CancellationToken cancellationToken)
    {
        var reconciliation = new Reconciliation(basis);
        var thresholds = new ThresholdFinder(basis);
        await foreach (var child in new RollAttendance(store, snapshot, basis).ReadAsync(thresholds.Add, cancellationToken))
        {
            reconciliation.Add(child.Evidence);
            thresholds.Add(child.Child);
        }
        long[] asked = [.. reconciliation.ChronicallyAbsent.Select(x => x.PupilId)];
        var cases = await new CaseReader(snapshot.Context, basis.Authority, asked, basis.AsOf).ReadAsync(cancellationToken);
        return reconciliation.Conclude(cases) with { Thresholds = thresholds.Conclude() };
    }
}
