namespace IntegrationHub.Domain.Attendance;

/// <summary>
/// A session as one number: half days since 1 January of year 1, mornings even. Sessions sort by it, and a range of dates is a
/// range of numbers, on every storage engine alike.
/// </summary>
public static class SessionNumber
{
    public static int Of(DateOnly date, SchoolSession session) => (2 * date.DayNumber) + (session == SchoolSession.Pm ? 1 : 0);

    public static DateOnly DateOf(int sessionNumber) => DateOnly.FromDayNumber(sessionNumber >> 1);

    public static SchoolSession SessionOf(int sessionNumber) => (sessionNumber & 1) == 0 ? SchoolSession.Am : SchoolSession.Pm;
}
