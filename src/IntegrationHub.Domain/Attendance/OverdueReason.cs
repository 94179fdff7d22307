using IntegrationHub.Domain.Calendar;

namespace IntegrationHub.Domain.Attendance;

/// <summary>An absence whose reason should have been established by now.</summary>
/// <remarks>
/// Code N stands only until the reason is known. It must be replaced within five school days, by O when no reason is found: regulation 10
/// of the School Attendance (Pupil Registration) (England) Regulations 2024. The day that was missed is not one of the five, and on the
/// fifth there is still time. The Friday of one week is due on the Friday of the next, and overdue on the Saturday, nought school days over.
/// </remarks>
/// <param name="DueDate">The fifth school day after the one that was missed.</param>
/// <param name="SchoolDaysOver">School days since then, the as-of date included.</param>
public readonly record struct OverdueReason(DateOnly DueDate, int SchoolDaysOver)
{
    /// <summary>How many school days there are to establish a reason.</summary>
    public const int SchoolDaysAllowed = 5;

    /// <returns>Null: there is time until the end of the as-of date at least.</returns>
    public static OverdueReason? Of(SchoolDays days, DateOnly missed, DateOnly asOf) =>
        days.Move(missed, SchoolDaysAllowed) is { } due && due < asOf
            ? new OverdueReason(due, days.Between(due.AddDays(1), asOf))
            : null;
}
