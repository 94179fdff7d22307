using IntegrationHub.Domain.Attendance;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Server.Feedback;

/// <summary>By when the registers of a day should be there.</summary>
internal sealed class RegisterDeadlines(IOptions<HubOptions> options, TimeProvider clock)
{
    /// <summary>The sessions of a day whose registers are due by now: from the stroke of the time on.</summary>
    public IReadOnlyList<SchoolSession> DueOn(DateOnly date)
    {
        var due = new List<SchoolSession>(2);
        if (IsOver(date, options.Value.Feedback.MorningDue))
            due.Add(SchoolSession.Am);
        if (IsOver(date, options.Value.Feedback.AfternoonDue))
            due.Add(SchoolSession.Pm);
        return due;
    }

    private bool IsOver(DateOnly date, TimeOnly time) => clock.GetUtcNow() >= InstantOf(date.ToDateTime(time));

    /// <summary>A time that the clocks skip comes an hour later; of one that they give twice, the first counts.</summary>
    private DateTimeOffset InstantOf(DateTime local)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone);
        if (zone.IsInvalidTime(local))
            local = local.AddHours(1);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset);
    }
}
