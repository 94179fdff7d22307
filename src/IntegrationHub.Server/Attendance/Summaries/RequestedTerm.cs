using IntegrationHub.Domain;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Server.Errors;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Attendance.Summaries;

/// <summary>Finds the window of a term that is asked for by name.</summary>
internal static class RequestedTerm
{
    private const int Everywhere = 0;

    /// <summary>The term of the LA's own calendar, up to a date; the terms of single schools have no say.</summary>
    /// <param name="lastDay">In the academic year meant; no later day is in the window.</param>
    /// <exception cref="Grpc.Core.RpcException">There is no such term, or it has not begun by then.</exception>
    public static async Task<AttendanceWindow> FindAsync(
        KnownRecords known, string authority, string name, DateOnly lastDay, CancellationToken cancellationToken)
    {
        var year = AcademicYear.FromDate(lastDay);
        var terms = await known.Terms
            .Where(x => x.Authority == authority && x.Laestab == Everywhere && x.AcademicYear == year.StartYear)
            .OrderBy(x => x.StartDate)
            .ToListAsync(cancellationToken);
        if (terms.Find(x => x.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } term)
            throw RpcErrors.InvalidArgument(Reason.InvalidArgument, $"The LA has no term of this name in {year}; {Known(terms)}.", "term_name");
        if (term.StartDate > lastDay)
            throw RpcErrors.InvalidArgument(Reason.InvalidArgument, "The term has not begun by the last day of the window.", "term_name");
        return AttendanceWindow.Dates(term.StartDate, term.EndDate < lastDay ? term.EndDate : lastDay);
    }

    private static string Known(List<TermRow> terms) =>
        terms.Count == 0 ? "no term of that year is on file" : $"it has {string.Join(", ", terms.Select(x => x.Name))}";
}
