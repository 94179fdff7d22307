using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Server.Feeds;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Operations;

internal sealed class SourcesReplay : IJournalReplay
{
    public Feed Feed => Feed.Sources;

    public SubmissionCheck Read(JournalRow row) =>
        new() { Projection = new SourcesChange(ApplySourcesRequest.Parser.ParseFrom(row.Payload).Sources) };
}
