using System.Globalization;
using Grpc.Core;
using IntegrationHub.Contracts.Quarantine.V1;
using IntegrationHub.Server.Security;

namespace IntegrationHub.Server.Quarantine;

internal sealed class QuarantineGrpcService(QuarantineReader reader, QuarantineResolver resolver, CallerResolver callers)
    : QuarantineService.QuarantineServiceBase
{
    public override async Task<SummariseQuarantineResponse> SummariseQuarantine(SummariseQuarantineRequest request, ServerCallContext context)
    {
        var groups = await reader.SummariseAsync(
            callers.Resolve(context), QuarantineMessages.Read(request.Filter), context.CancellationToken);
        return new() { Groups = { groups.Select(QuarantineMessages.ToMessage) } };
    }

    public override async Task<ListQuarantineResponse> ListQuarantine(ListQuarantineRequest request, ServerCallContext context)
    {
        var caller = callers.Resolve(context);
        var paging = Paging.Of(caller, request, request.PageSize, request.PageToken);
        var items = await reader.ListAsync(
            caller, QuarantineMessages.Read(request.Filter), KeyOf(paging.After), paging.Size, context.CancellationToken);
        var response = new ListQuarantineResponse { Items = { items.Take(paging.Size).Select(QuarantineMessages.ToMessage) } };
        if (items.Count > paging.Size)
            response.NextPageToken = paging.TokenAfter(KeyOf(items[paging.Size - 1]));
        return response;
    }

    public override Task<ResolveQuarantineResponse> ResolveQuarantine(ResolveQuarantineRequest request, ServerCallContext context) =>
        resolver.ResolveAsync(callers.Resolve(context), request, context.CancellationToken);

    public override async Task<ListQuarantineStepsResponse> ListQuarantineSteps(ListQuarantineStepsRequest request, ServerCallContext context)
    {
        var caller = callers.Resolve(context);
        var paging = Paging.Of(caller, request, request.PageSize, request.PageToken);
        long? before = paging.After is null ? null
            : long.TryParse(paging.After, CultureInfo.InvariantCulture, out var id) ? id : throw Paging.InvalidToken();
        var steps = await reader.ListStepsAsync(caller, before, paging.Size, context.CancellationToken);
        var response = new ListQuarantineStepsResponse { Steps = { steps.Take(paging.Size).Select(QuarantineMessages.ToMessage) } };
        if (steps.Count > paging.Size)
            response.NextPageToken = paging.TokenAfter(steps[paging.Size - 1].QuarantineStepId.ToString(CultureInfo.InvariantCulture));
        return response;
    }

    private static string KeyOf(HeldItem item) => string.Create(CultureInfo.InvariantCulture, $"{(int)item.Kind}/{item.Key}/{item.Index}");

    private static HeldKey? KeyOf(string? after)
    {
        if (after is null)
            return null;
        var parts = after.Split('/');
        return parts.Length == 3 && int.TryParse(parts[0], CultureInfo.InvariantCulture, out var kind)
            && long.TryParse(parts[1], CultureInfo.InvariantCulture, out var key) && int.TryParse(parts[2], CultureInfo.InvariantCulture, out var index)
            ? new((HeldKind)kind, key, index)
            : throw Paging.InvalidToken();
    }
}
