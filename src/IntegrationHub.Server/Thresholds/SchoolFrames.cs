using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Calendar;
using IntegrationHub.Domain.Thresholds;
using IntegrationHub.Server.Attendance;
using IntegrationHub.Server.Schools;

namespace IntegrationHub.Server.Thresholds;

/// <summary>What judging the children of each school needs besides their marks, made from its calendar and all of its registers.</summary>
internal sealed class SchoolFrames(SchoolCalendars calendars, string authority, DateOnly asOf, ThresholdSettings settings)
{
    private readonly SlotRange[] _ranges = [.. ThresholdWindow.On(asOf).SlotRanges];
    private readonly Dictionary<int, SchoolFrame> _frames = [];

    public void Add(SurveyedSchool school)
    {
        var registers = new RegisterDays(SchoolFrame.FirstDayFor(asOf), asOf);
        foreach (var enrolment in school.Enrolments)
            enrolment.Marks.Within(_ranges).AddTo(registers);
        _frames[school.School.Laestab] = Make(school.School.Laestab, registers);
    }

    /// <summary>Of a school that was added.</summary>
    public SchoolFrame Of(int laestab) => _frames[laestab];

    private SchoolFrame Make(int laestab, RegisterDays registers)
    {
        var calendar = calendars.Find(authority, laestab);
        var days = SchoolDays.Of(calendar, registers, AcademicYear.FromDate(asOf).End);
        return new SchoolFrame(days, calendar?.LastBegun(asOf), asOf, settings);
    }
}
