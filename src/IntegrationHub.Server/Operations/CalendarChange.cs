using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Domain;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Identity;
using IntegrationHub.Server.Schools;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Model;
using IntegrationHub.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Operations;

/// <summary>Adds terms and closures or changes them.</summary>
internal sealed class CalendarChange(ApplyCalendarRequest request, SchoolDirectory directory) : IProjection
{
    private const int Everywhere = 0;
    private const int MostCharacters = 200;

    public async Task<ProjectionResult> ApplyAsync(
        HubDbContext context, long position, Submission submission, CancellationToken cancellationToken)
    {
        var authority = submission.Writer.Authority;
        var schools = await context.Schools.Where(x => x.Authority == authority).Select(x => x.Laestab).ToHashSetAsync(cancellationToken);
        var refused = new List<ItemNotice>();
        var (terms, closures) = (new HashSet<TermRow>(), new HashSet<ClosureRow>());
        for (var i = 0; i < request.Terms.Count; i++)
        {
            if (FaultOf(request.Terms[i], schools) is { } fault)
                refused.Add(new(i, ItemOutcome.Quarantined, fault));
            else
                terms.Add(await PutAsync(context, authority, request.Terms[i], cancellationToken));
        }
        for (var i = 0; i < request.Closures.Count; i++)
        {
            if (FaultOf(request.Closures[i], schools) is { } fault)
                refused.Add(new(request.Terms.Count + i, ItemOutcome.Quarantined, fault));
            else
                closures.Add(await PutAsync(context, authority, request.Closures[i], cancellationToken));
        }
        var versions = new VersionWriter(context, position);
        versions.Put<TermRow, TermVersionRow>(terms);
        versions.Put<ClosureRow, ClosureVersionRow>(closures);
        return ProjectionResult.With(refused);
    }

    public void Committed() => directory.Invalidate();

    private static string? FaultOf(Term term, HashSet<int> schools)
    {
        if (string.IsNullOrWhiteSpace(term.DisplayName) || term.StartDate is null || term.EndDate is null)
            return Reason.RecordIncomplete;
        if (term.DisplayName.Length > MostCharacters)
            return Reason.TextTooLong;
        if (FaultOfSchool(term.SchoolLaestab, schools) is { } fault)
            return fault;
        if (term.StartDate.IsNoDate() || term.EndDate.IsNoDate() || term.HalfTermStartDate.IsNoDate() || term.HalfTermEndDate.IsNoDate())
            return Reason.InvalidDate;
        var (start, end) = (term.StartDate.ToDateOnly()!.Value, term.EndDate.ToDateOnly()!.Value);
        var (halfStart, halfEnd) = (term.HalfTermStartDate.ToDateOnly(), term.HalfTermEndDate.ToDateOnly());
        if (end < start || halfStart.HasValue != halfEnd.HasValue || halfStart < start || halfEnd > end || halfEnd < halfStart)
            return Reason.DatesOutOfOrder;
        return FaultOfYear(start, end);
    }

    private static string? FaultOf(Closure closure, HashSet<int> schools)
    {
        if (string.IsNullOrWhiteSpace(closure.Kind) || closure.StartDate is null || closure.EndDate is null)
            return Reason.RecordIncomplete;
        if (closure.Kind.Length > MostCharacters)
            return Reason.TextTooLong;
        if (FaultOfSchool(closure.SchoolLaestab, schools) is { } fault)
            return fault;
        if (closure.StartDate.ToDateOnly() is not { } start || closure.EndDate.ToDateOnly() is not { } end)
            return Reason.InvalidDate;
        return end < start ? Reason.DatesOutOfOrder : FaultOfYear(start, end);
    }

    private static string? FaultOfSchool(string text, HashSet<int> schools)
    {
        if (text.Length == 0)
            return null;
        if (!Laestab.TryParse(text, out var laestab))
            return Reason.InvalidLaestab;
        return schools.Contains(laestab.Value) ? null : Reason.UnknownSchool;
    }

    private static string? FaultOfYear(DateOnly start, DateOnly end) =>
        AcademicYear.FromDate(start) == AcademicYear.FromDate(end) ? null : Reason.DateOutsideSchoolYear;

    private static async Task<TermRow> PutAsync(HubDbContext context, string authority, Term term, CancellationToken cancellationToken)
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

    private static async Task<ClosureRow> PutAsync(HubDbContext context, string authority, Closure closure, CancellationToken cancellationToken)
    {
        var (laestab, start) = (LaestabOf(closure.SchoolLaestab), closure.StartDate.ToDateOnly()!.Value);
        var row = await context.Closures.FindAsync([authority, laestab, start], cancellationToken)
            ?? context.Add(new ClosureRow { Authority = authority, Laestab = laestab, StartDate = start, Kind = "" }).Entity;
        row.EndDate = closure.EndDate.ToDateOnly()!.Value;
        row.Kind = closure.Kind.Trim();
        return row;
    }

    private static int LaestabOf(string text) => text.Length == 0 ? Everywhere : Laestab.Parse(text).Value;
}
