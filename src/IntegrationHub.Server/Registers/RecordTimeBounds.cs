using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.Server.Registers;

/// <summary>Between which instants a mark's record time is believed, both inclusive.</summary>
/// <remarks>
/// A clock ahead of the hub's would win against every later correction, and one that stands at its factory setting would lose against
/// every earlier mark. The lower bound is wide, because marks are made ahead in good faith: leave granted weeks before, and whole-school
/// closures or dual registrations entered for the year to come. A time outside the bounds is passed over as if none had been given, and
/// the mark counts as made when the hub received it.
/// </remarks>
internal readonly record struct RecordTimeBounds(DateTime Earliest, DateTime Latest)
{
    /// <param name="receivedTime">When the hub received the register, UTC.</param>
    public static RecordTimeBounds Of(int sessionNumber, DateTime receivedTime, RegisterOptions options)
    {
        var midnight = SessionNumber.DateOf(sessionNumber).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        return new(midnight - options.EntryLead, receivedTime + options.ClockTolerance);
    }

    public bool Contain(DateTime recordTime) => recordTime >= Earliest && recordTime <= Latest;
}
