using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Domain;
using IntegrationHub.Server.Errors;
using IntegrationHub.Server.Feeds;
using IntegrationHub.Server.Schools;
using IntegrationHub.Server.Security;
using IntegrationHub.Storage.Journal;
using Microsoft.Extensions.Options;
using Feed = IntegrationHub.Storage.Model.Feed;

namespace IntegrationHub.Server.Operations;

/// <summary>Takes the operator's schools, calendar and sources. An item with a fault is left out, and the others are taken.</summary>
internal sealed class ReferenceData(RequestIntake intake, SchoolDirectory directory, IOptions<HubOptions> options)
{
    public async Task<ApplySchoolsResponse> ApplyAsync(Caller caller, ApplySchoolsRequest request)
    {
        RequireItems(request.Schools.Count, "schools");
        var change = new SchoolsChange(request.Schools, directory);
        var outcome = await intake.TakeAsync(caller, Feed.Schools, request.RequestId, request, change);
        var repeated = outcome.Kind == OutcomeKind.Duplicate;
        return new()
        {
            Position = outcome.Position,
            AddedCount = repeated ? 0 : change.Added,
            ChangedCount = repeated ? 0 : change.Changed,
            RefusedItems = { RefusedItems.Of(outcome) },
        };
    }

    public async Task<ApplyCalendarResponse> ApplyAsync(Caller caller, ApplyCalendarRequest request)
    {
        var count = request.Terms.Count + request.Closures.Count + request.Openings.Count;
        RequireItems(count, "terms");
        var outcome = await intake.TakeAsync(caller, Feed.Calendar, request.RequestId, request, new CalendarChange(request, directory));
        return new()
        {
            Position = outcome.Position,
            AppliedCount = count - outcome.Notices.Count,
            RefusedItems = { RefusedItems.Of(outcome) },
        };
    }

    public async Task<ApplySourcesResponse> ApplyAsync(Caller caller, ApplySourcesRequest request)
    {
        RequireItems(request.Sources.Count, "sources");
        var outcome = await intake.TakeAsync(caller, Feed.Sources, request.RequestId, request, new SourcesChange(request.Sources));
        return new()
        {
            Position = outcome.Position,
            AppliedCount = request.Sources.Count - outcome.Notices.Count,
            RefusedItems = { RefusedItems.Of(outcome) },
        };
    }

    private void RequireItems(int count, string field)
    {
        var most = options.Value.Feeds.MaxRecords;
        if (count == 0)
            throw RpcErrors.InvalidArgument(Reason.SubmissionEmpty, "The request holds no items. Send at least one.", field);
        if (count > most)
            throw RpcErrors.InvalidArgument(Reason.TooManyItems, $"The request holds {count:N0} items; at most {most:N0} are taken. Split it.", field);
    }
}
