using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Server.Feeds;
using IntegrationHub.Server.Schools;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Operations;

internal sealed class SchoolsReplay(SchoolDirectory directory) : IJournalReplay
{
    public Feed Feed => Feed.Schools;

    public SubmissionCheck Read(JournalRow row) =>
        new() { Projection = new SchoolsChange(ApplySchoolsRequest.Parser.ParseFrom(row.Payload).Schools, directory) };
}
