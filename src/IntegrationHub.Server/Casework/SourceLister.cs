using IntegrationHub.Contracts.Casework.V1;
using IntegrationHub.Domain;
using IntegrationHub.Domain.Casework;
using IntegrationHub.Server.Errors;
using IntegrationHub.Server.Security;
using IntegrationHub.Storage;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Server.Casework;

/// <summary>Tells how the declared sources stand.</summary>
internal sealed class SourceLister(HubDatabase database, CaseSources sources, IOptions<HubOptions> options, TimeProvider clock)
{
    public async Task<IReadOnlyList<Source>> ListAsync(Caller caller, ListSourcesRequest request, CancellationToken cancellationToken)
    {
        var asOf = request.AsOfDate is null
            ? clock.Today(options.Value.TimeZone)
            : request.AsOfDate.ToDateOnly() ?? throw RpcErrors.InvalidArgument(
                Reason.InvalidDate, "The date is none. Give year, month and day, or leave it out for today.", "as_of_date");
        await using var snapshot = await database.BeginReadAsync(cancellationToken);
        return [.. (await sources.ReadAsync(snapshot.Context, caller.Authority, asOf, cancellationToken)).Select(ToMessage)];
    }

    private static Source ToMessage(SourceState state) => new()
    {
        SourceId = state.Declaration.SourceId,
        SourceKind = state.Declaration.SourceKind,
        DisplayName = state.Declaration.Name,
        Required = state.Declaration.Required,
        CarriesLeads = state.Declaration.CarriesLeads,
        CarriesPlans = state.Declaration.CarriesPlans,
        Fit = state.Fitness.Fit,
        Defects = { DefectsOf(state) },
        LastCompleteLoadTime = state.LastLoad?.ReceivedTime.ToTimestamp(),
        ChildCount = state.ChildCount,
        MatchedChildCount = state.MatchedChildCount,
        OpenLeadCount = state.OpenLeadCount,
        NamedLeadCount = state.NamedLeadCount,
        OpenPlanCount = state.OpenPlanCount,
        HeldRecordCount = state.HeldRecordCount,
    };

    private static IEnumerable<string> DefectsOf(SourceState state)
    {
        foreach (var defect in state.Fitness.Defects)
            yield return defect.ToWireName();
        if (state.LastLoad is null)
            yield return AnswerReasons.NoCompleteLoad;
        if (state.Fitness.BlanksAreNotKnown)
            yield return AnswerReasons.BlankInPartlyFilledSource;
    }
}
