using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Domain;
using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Identity;
using Date = IntegrationHub.Contracts.Type.V1.Date;

namespace IntegrationHub.Server.Operations;

/// <summary>Finds why an item of a calendar cannot be taken.</summary>
/// <param name="schools">LAESTABs of the authority's schools.</param>
internal sealed class CalendarFaults(IReadOnlySet<int> schools)
{
    private const int MostCharacters = 200;
    private const int DaysOfAWeek = 7;

    /// <returns>A reason. Null: none.</returns>
    public string? Of(Term term)
    {
        if (string.IsNullOrWhiteSpace(term.DisplayName) || term.StartDate is null || term.EndDate is null)
            return Reason.RecordIncomplete;
        if (term.DisplayName.Length > MostCharacters)
            return Reason.TextTooLong;
        if (OfSchool(term.SchoolLaestab) is { } fault)
            return fault;
        if (term.StartDate.IsNoDate() || term.EndDate.IsNoDate() || term.HalfTermStartDate.IsNoDate() || term.HalfTermEndDate.IsNoDate())
            return Reason.InvalidDate;
        var (start, end) = (term.StartDate.ToDateOnly()!.Value, term.EndDate.ToDateOnly()!.Value);
        var (halfStart, halfEnd) = (term.HalfTermStartDate.ToDateOnly(), term.HalfTermEndDate.ToDateOnly());
        if (end < start || halfStart.HasValue != halfEnd.HasValue || halfStart < start || halfEnd > end || halfEnd < halfStart)
            return Reason.DatesOutOfOrder;
        return OfYear(start, end);
    }

    /// <returns>A reason. Null: none.</returns>
    public string? Of(Closure closure)
    {
        if (string.IsNullOrWhiteSpace(closure.Kind) || closure.StartDate is null || closure.EndDate is null)
            return Reason.RecordIncomplete;
        if (closure.Kind.Length > MostCharacters)
            return Reason.TextTooLong;
        return OfSchool(closure.SchoolLaestab) ?? OfDates(closure.StartDate, closure.EndDate);
    }

    /// <returns>A reason. Null: none.</returns>
    public string? Of(Opening opening)
    {
        if (opening.Day == WeekendDay.Unspecified || opening.StartDate is null || opening.EndDate is null)
            return Reason.RecordIncomplete;
        if (opening.Day is not (WeekendDay.Saturday or WeekendDay.Sunday))
            return Reason.UnknownValue;
        if ((OfSchool(opening.SchoolLaestab) ?? OfDates(opening.StartDate, opening.EndDate)) is { } fault)
            return fault;
        var (start, end) = (opening.StartDate.ToDateOnly()!.Value, opening.EndDate.ToDateOnly()!.Value);
        var daysBefore = (opening.Day.ToDayOfWeek() - start.DayOfWeek + DaysOfAWeek) % DaysOfAWeek;
        return end.DayNumber - start.DayNumber < daysBefore ? Reason.OpeningWithoutDay : null;
    }

    private string? OfSchool(string text)
    {
        if (text.Length == 0)
            return null;
        if (!Laestab.TryParse(text, out var laestab))
            return Reason.InvalidLaestab;
        return schools.Contains(laestab.Value) ? null : Reason.UnknownSchool;
    }

    private static string? OfDates(Date startDate, Date endDate)
    {
        if (startDate.ToDateOnly() is not { } start || endDate.ToDateOnly() is not { } end)
            return Reason.InvalidDate;
        return end < start ? Reason.DatesOutOfOrder : OfYear(start, end);
    }

    private static string? OfYear(DateOnly start, DateOnly end) =>
        AcademicYear.FromDate(start) == AcademicYear.FromDate(end) ? null : Reason.DateOutsideSchoolYear;
}
