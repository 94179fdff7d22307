using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Identity;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Operations;

/// <summary>The calendar on file, to which items without a fault are put. An item on file is written over.</summary>
internal sealed class CalendarFile(HubDbContext context, string authority, CancellationToken cancellationToken)
{
    private const int Everywhere = 0;

    public async Task<TermRow> PutAsync(Term term)
    {
        var start = term.StartDate.ToDateOnly()!.Value;
        var (laestab, year, name) = (LaestabOf(term.SchoolLaestab), AcademicYear.FromDate(start).StartYear, term.DisplayName.Trim());
        var row = await context.Terms.FindAsync([authority, laestab, year, name], cancellationToken)
            ?? context.Add(new TermRow { Authority = authority, Laestab = laestab, AcademicYear = year, Name = name }).Entity;
        row.StartDate = start;
        row.EndDate = term.EndDate.ToDateOnly()!.Value;
        row.HalfTermStartDate = term.HalfTermStartDate.ToDateOnly();
        row.HalfTermEndDate = term.HalfTermEndDate.ToDateOnly();
        return row;
    }

    public async Task<ClosureRow> PutAsync(Closure closure)
    {
        var (laestab, start) = (LaestabOf(closure.SchoolLaestab), closure.StartDate.ToDateOnly()!.Value);
        var row = await context.Closures.FindAsync([authority, laestab, start], cancellationToken)
            ?? context.Add(new ClosureRow { Authority = authority, Laestab = laestab, StartDate = start, Kind = "" }).Entity;
        row.EndDate = closure.EndDate.ToDateOnly()!.Value;
        row.Kind = closure.Kind.Trim();
        return row;
    }

    public async Task<SchoolOpeningRow> PutAsync(Opening opening)
    {
        var (laestab, start) = (LaestabOf(opening.SchoolLaestab), opening.StartDate.ToDateOnly()!.Value);
        var day = (short)opening.Day.ToDayOfWeek();
        var row = await context.SchoolOpenings.FindAsync([authority, laestab, start, day], cancellationToken)
            ?? context.Add(new SchoolOpeningRow { Authority = authority, Laestab = laestab, StartDate = start, Day = day }).Entity;
        row.EndDate = opening.EndDate.ToDateOnly()!.Value;
        return row;
    }

    private static int LaestabOf(string text) => text.Length == 0 ? Everywhere : Laestab.Parse(text).Value;
}
