using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Server.Feeds;
using IntegrationHub.Server.Schools;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Operations;

internal sealed class CalendarReplay(SchoolDirectory directory) : IJournalReplay
{
    public Feed Feed => Feed.Calendar;

    public SubmissionCheck Read(JournalRow row) =>
        new() { Projection = new CalendarChange(ApplyCalendarRequest.Parser.ParseFrom(row.Payload), directory) };
}
