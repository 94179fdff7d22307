using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Domain;
using IntegrationHub.Domain.Identity;
using IntegrationHub.Server.Errors;
using Window = IntegrationHub.Domain.Attendance.AttendanceWindow;

namespace IntegrationHub.Server.Attendance.Summaries;

/// <summary>Reads what a summary is asked to be of.</summary>
internal static class RequestedSummary
{
    private const int MostWeeks = 520;

    /// <exception cref="Grpc.Core.RpcException">A field holds something else than it should.</exception>
    public static SummaryRequest Read(SummariseAttendanceRequest request, DateOnly today)
    {
        var first = Grouping(request.Grouping, "grouping");
        var second = Grouping(request.SecondGrouping, "second_grouping");
        if (second != SummaryGrouping.Total && (first == SummaryGrouping.Total || first == second || (IsOfTime(first) && IsOfTime(second))))
            throw Refuse("A second grouping is another than the first, which must be there; only one of the two may be of time.", "second_grouping");
        if (!Enum.IsDefined((SummaryBasis)request.Basis))
            throw Refuse("Ask for one of the bases of the contract, or for none.", "basis");
        return new SummaryRequest
        {
            Grouping = first,
            SecondGrouping = second,
            Basis = (SummaryBasis)request.Basis,
            Filter = Filter(request.Filter),
            ForPublication = request.ForPublication,
            Window = WindowOf(request, today),
            TermName = request.TermName.Trim(),
        };
    }

    private static SummaryGrouping Grouping(Contracts.Attendance.V1.SummaryGrouping grouping, string field) =>
        Enum.IsDefined((SummaryGrouping)grouping)
            ? (SummaryGrouping)grouping
            : throw Refuse("Group by one of the groupings of the contract, or not at all.", field);

    private static bool IsOfTime(SummaryGrouping grouping) => grouping is SummaryGrouping.Week or SummaryGrouping.HalfTerm or SummaryGrouping.Term;

    private static SummaryFilter Filter(Contracts.Attendance.V1.SummaryFilter? filter)
    {
        var schools = new HashSet<int>();
        foreach (var text in filter?.SchoolLaestabs ?? [])
        {
            if (!Laestab.TryParse(text, out var school))
                throw RpcErrors.InvalidArgument(Reason.InvalidLaestab, "A DfE number (LAESTAB) has seven digits.", "filter.school_laestabs");
            schools.Add(school.Value);
        }
        return new(schools, (filter?.Phases ?? []).ToHashSet(StringComparer.OrdinalIgnoreCase), (filter?.YearGroups ?? []).ToHashSet());
    }

    private static Window WindowOf(SummariseAttendanceRequest request, DateOnly today)
    {
        var window = RequestedWindow.Read(request.Window, today);
        if (request.RollingWeeks == 0 && request.TermName.Length == 0)
            return window;
        if (request.Window?.StartDate is not null)
            throw Refuse("A term, or rolling weeks, begin of themselves: leave the first day out.", "window.start_date");
        if (request.RollingWeeks == 0)
            return window;
        if (request.TermName.Length > 0)
            throw Refuse("Ask for a term or for rolling weeks, not for both.", "rolling_weeks");
        if (request.RollingWeeks is < 0 or > MostWeeks)
            throw Refuse($"Rolling weeks are 1 to {MostWeeks}.", "rolling_weeks");
        return Window.RollingWeeks(window.To, request.RollingWeeks);
    }

    private static Grpc.Core.RpcException Refuse(string message, string field) =>
        RpcErrors.InvalidArgument(Reason.InvalidArgument, message, field);
}
