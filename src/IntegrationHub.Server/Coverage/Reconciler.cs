using IntegrationHub.Domain.Calendar;
using IntegrationHub.Server.Casework;
using IntegrationHub.Server.Schools;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Sqlite;
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
        return new ReconciliationBasis
        {
            Authority = authority,
            Position = snapshot.Position,
            AsOf = asOf,
            Window = settings.WindowOn(asOf, await CalendarAsync(snapshot.Known, authority, cancellationToken)),
            Settings = settings,
            Sources = await sources.ReadAsync(snapshot.Context, authority, asOf, cancellationToken),
            SchoolNames = await snapshot.Known.Schools
                .Where(x => x.Authority == authority)
                .ToDictionaryAsync(x => x.Laestab, x => x.Name, cancellationToken),
        };
    }

    public async Task<Findings> FindAsync(ReadSnapshot snapshot, ReconciliationBasis basis, CancellationToken cancellationToken)
    {
        var reconciliation = new Reconciliation(basis);
        var roll = new RollAttendance(store, snapshot, basis.Authority, basis.Window);
        await foreach (var child in roll.ReadAsync(cancellationToken))
            reconciliation.Add(child);
        long[] asked = [.. reconciliation.ChronicallyAbsent.Select(x => x.PupilId)];
        var cases = await new CaseReader(snapshot.Context, basis.Authority, asked, basis.AsOf).ReadAsync(cancellationToken);
        return reconciliation.Conclude(cases);
    }

    /// <summary>The authority's own terms; those of single schools move no window.</summary>
    private static async Task<SchoolCalendar?> CalendarAsync(KnownRecords known, string authority, CancellationToken cancellationToken)
    {
        const int Everywhere = 0;
        var terms = await known.Terms.Where(x => x.Authority == authority && x.Laestab == Everywhere).ToListAsync(cancellationToken);
        return new SchoolCalendars(terms, [], []).Find(authority, Everywhere);
    }
}
