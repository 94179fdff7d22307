using Grpc.Core;
using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Server.Security;

namespace IntegrationHub.Server.Operations;

internal sealed class OperationsGrpcService(
    ReferenceData reference, FeedLister feeds, HeldSnapshots snapshots, CallerResolver callers) : OperationsService.OperationsServiceBase
{
    public override Task<ApplySchoolsResponse> ApplySchools(ApplySchoolsRequest request, ServerCallContext context) =>
        reference.ApplyAsync(callers.Resolve(context), request);

    public override Task<ApplyCalendarResponse> ApplyCalendar(ApplyCalendarRequest request, ServerCallContext context) =>
        reference.ApplyAsync(callers.Resolve(context), request);

    public override Task<ApplySourcesResponse> ApplySources(ApplySourcesRequest request, ServerCallContext context) =>
        reference.ApplyAsync(callers.Resolve(context), request);

    public override Task<ListFeedsResponse> ListFeeds(ListFeedsRequest request, ServerCallContext context) =>
        feeds.ListAsync(callers.Resolve(context), context.CancellationToken);

    public override async Task<ListHeldSnapshotsResponse> ListHeldSnapshots(ListHeldSnapshotsRequest request, ServerCallContext context) =>
        new() { Snapshots = { await snapshots.ListAsync(callers.Resolve(context), context.CancellationToken) } };

    public override Task<ApproveSnapshotResponse> ApproveSnapshot(ApproveSnapshotRequest request, ServerCallContext context) =>
        snapshots.ApproveAsync(callers.Resolve(context), request, context.CancellationToken);
}
