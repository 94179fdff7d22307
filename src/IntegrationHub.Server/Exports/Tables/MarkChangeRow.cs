using IntegrationHub.Domain.Attendance;
using IntegrationHub.Storage.Attendance;

namespace IntegrationHub.Server.Exports.Tables;

/// <summary>A mark that took another's place, and when the hub heard of it, UTC.</summary>
internal readonly record struct MarkChangeRow(MarkChange Change, DateTime ReceivedTime)
{
    public DateOnly Date => new AcademicYear(Change.Strip.AcademicYear).DateOf(Change.Slot);
}
