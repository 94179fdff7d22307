using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Server.Feeds;
using IntegrationHub.Server.Feeds.Snapshots;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Operations;

internal sealed class SnapshotApprovalReplay(IEnumerable<ISnapshotContent> contents) : IJournalReplay
{
    private readonly ISnapshotContent[] _contents = [.. contents];

    public Feed Feed => Feed.SnapshotApprovals;

    public SubmissionCheck Read(JournalRow row) =>
        new() { Projection = new SnapshotApproval(RequestIntake.CallerOf(row), SnapshotOf(row), _contents) };

    private static Guid SnapshotOf(JournalRow row) => Guid.Parse(ApproveSnapshotRequest.Parser.ParseFrom(row.Payload).SnapshotId);
}
