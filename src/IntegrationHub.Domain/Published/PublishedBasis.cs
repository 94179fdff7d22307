using IntegrationHub.Domain.Attendance;
using IntegrationHub.Domain.Calendar;

namespace IntegrationHub.Domain.Published;

/// <summary>Which sessions of an enrolment the Department's published figures count in an academic year.</summary>
/// <remarks>
/// <para>
/// An enrolment counts when its pupil is 5 to 15 years old on 31 August at the start of the year: a child who is five on that very day
/// does, one who is sixteen does not. A younger or an older one is in no published figure, whatever the marks. Main and subsidiary
/// enrolments count alike, each with the sessions due at its own school; a guest's do not.
/// </para>
/// <para>
/// From the second half of the summer term (see <see cref="SpringBankHoliday"/>) nothing counts of pupils who were 15, most of whom are
/// in Year 11 and have left for their examinations: attended sessions go with the absences. Age decides and not the year group, so a
/// pupil taught a year ahead or behind is treated by age. An enrolment that begins in that half is left out whatever the age.
/// </para>
/// <para>
/// An enrolment without any possible session counts nowhere (<see cref="IsCounted"/>): the main school of a child taught elsewhere all term
/// has D in every session, and is no enrolment of these figures. The Department also leaves boarders out. Rolls do not tell the hub who
/// boards, so boarders are counted here, and a comparison with published figures has to say so.
/// </para>
/// </remarks>
public sealed class PublishedBasis(AcademicYear year)
{
    private const int Youngest = 5;
    private const int Oldest = 15;

    private readonly DateOnly _ageDate = new(year.StartYear, 8, 31);

    /// <summary>The year whose sessions are counted.</summary>
    public AcademicYear Year => year;

    /// <summary>The first day of the second half of the summer term.</summary>
    public DateOnly SecondHalfOfSummer { get; } = SpringBankHoliday.MondayOfWeek(year.StartYear + 1);

    /// <summary>The slots of the year that count, for the whole of its length; null where the enrolment does not count at all.</summary>
    /// <remarks>The enrolment's own dates narrow it further; they are not looked at here, except that entry decides whether it counts.</remarks>
    public SlotRange? SlotsOf(DateOnly dateOfBirth, DateOnly entry, bool isGuest)
    {
        int age = Age.InYears(dateOfBirth, _ageDate);
        if (isGuest || age is < Youngest or > Oldest || (entry >= SecondHalfOfSummer && year.Contains(entry)))
            return null;

        return new SlotRange(year, 0, age == Oldest ? year.SlotOf(SecondHalfOfSummer, SchoolSession.Am) : year.Slots);
    }

    /// <summary>
    /// Whether an enrolment with these sessions, all of them within <see cref="SlotsOf"/>, is one of the enrolments counted.
    /// </summary>
    public static bool IsCounted(SessionCounts sessions) => sessions.Possible > 0;
}
