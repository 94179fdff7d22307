using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Calendar;
using IntegrationHub.Server.Attendance;
using IntegrationHub.Server.Identity;
using IntegrationHub.Server.Schools;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Feedback;

/// <summary>What every list of one answer rests on: one snapshot, the calendars in it, and the children who must be protected.</summary>
internal sealed class FeedbackBasis
{
    private readonly AttendanceStore _store;
    private readonly SchoolCalendars _calendars;

    private FeedbackBasis(AttendanceStore store, ReadSnapshot snapshot, string authority, SchoolCalendars calendars, HashSet<long> restricted)
    {
        (_store, _calendars) = (store, calendars);
        (Snapshot, Authority, Restricted) = (snapshot, authority, restricted);
    }

    public ReadSnapshot Snapshot { get; }

    public string Authority { get; }

    public IReadOnlySet<long> Restricted { get; }

    public static async Task<FeedbackBasis> ReadAsync(
        AttendanceStore store, ReadSnapshot snapshot, string authority, CancellationToken cancellationToken) => new(
        store, snapshot, authority,
        await SchoolCalendars.ReadAsync(snapshot.Known, authority, cancellationToken),
        await RestrictedPupils.Of(snapshot.Context, authority).ToHashSetAsync(cancellationToken));

    /// <summary>The authority's schools by number; or one of them.</summary>
    /// <param name="only">The school's number; null: all.</param>
    public Task<List<SchoolRow>> SchoolsAsync(int? only, CancellationToken cancellationToken) => Snapshot.Known.Schools
        .Where(x => x.Authority == Authority && (only == null || x.Laestab == only))
        .OrderBy(x => x.Laestab)
        .ToListAsync(cancellationToken);

    /// <summary>The school's calendar. Null: none is on file that knows the academic year of a date.</summary>
    public SchoolCalendar? CalendarFor(SchoolRow school, DateOnly date) =>
        _calendars.Find(Authority, school.Laestab) is { } calendar && calendar.Knows(AcademicYear.FromDate(date)) ? calendar : null;

    /// <summary>Which days of a window were school days of a school, as its calendar and its registers say.</summary>
    public SchoolDays DaysOf(SurveyedSchool school, AttendanceWindow window) =>
        SchoolDays.Of(_calendars.Find(Authority, school.School.Laestab), RegistersOf(school, window), window.To);

    /// <summary>What a school's registers say of the days of a window.</summary>
    public static RegisterDays RegistersOf(SurveyedSchool school, AttendanceWindow window)
    {
        var registers = new RegisterDays(window.From, window.To);
        foreach (var enrolment in school.Enrolments)
            enrolment.Marks.AddTo(registers);
        return registers;
    }

    /// <summary>A school's enrolments that count in a window, with their marks.</summary>
    public ValueTask<SurveyedSchool> SurveyAsync(SchoolRow school, AttendanceWindow window, CancellationToken cancellationToken) =>
        new AttendanceSurvey(_store, Snapshot, Authority, window).ReadSchoolsAsync(school.Laestab, cancellationToken).SingleAsync(cancellationToken);

    public MarksReader Marks(AttendanceWindow window) => new(_store, Snapshot, Authority, window);

    public Task<PupilNumbers> NumbersAsync(SchoolRow school, CancellationToken cancellationToken) =>
        PupilNumbers.ReadAsync(Snapshot.Known, new SchoolKey(Authority, school.Laestab), cancellationToken);

    /// <summary>The answer for a school of which nothing can be said, or nothing is due.</summary>
    public async Task<SchoolList<TEntry>> NothingAsync<TEntry>(
        SchoolRow school, DateOnly date, SchoolStanding standing, CancellationToken cancellationToken)
        where TEntry : SchoolListEntry
    {
        var surveyed = await SurveyAsync(school, AttendanceWindow.Dates(date, date), cancellationToken);
        return new(school, standing, [], surveyed.Freshness);
    }
}
