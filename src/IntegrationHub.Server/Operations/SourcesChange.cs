using System.Text.RegularExpressions;
using IntegrationHub.Domain;
using IntegrationHub.Domain.Casework;
using IntegrationHub.Server.Casework;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Model;
using SourceDeclaration = IntegrationHub.Contracts.Operations.V1.SourceDeclaration;

namespace IntegrationHub.Server.Operations;

/// <summary>Declares sources of case records or changes them.</summary>
internal sealed partial class SourcesChange(IReadOnlyList<SourceDeclaration> sources) : IProjection
{
    // A source that loads once in ten years is none.
    private const int MostIntervalDays = 3660;

    private const int MostCharacters = 200;

    public async Task<ProjectionResult> ApplyAsync(
        HubDbContext context, long position, Submission submission, CancellationToken cancellationToken)
    {
        var refused = new List<ItemNotice>();
        for (var i = 0; i < sources.Count; i++)
        {
            if (FaultOf(sources[i]) is { } fault)
                refused.Add(new(i, ItemOutcome.Quarantined, fault));
            else
                await PutAsync(context, submission.Writer.Authority, sources[i], cancellationToken);
        }
        return ProjectionResult.With(refused);
    }

    private static string? FaultOf(SourceDeclaration source)
    {
        if (string.IsNullOrWhiteSpace(source.SourceKind) || string.IsNullOrWhiteSpace(source.DisplayName))
            return Reason.RecordIncomplete;
        if (!SourceId().IsMatch(source.SourceId))
            return Reason.InvalidSourceId;
        if (source.SourceKind.Length > MostCharacters || source.DisplayName.Length > MostCharacters)
            return Reason.TextTooLong;
        if (source.IntervalDays is < 1 or > MostIntervalDays)
            return Reason.InvalidInterval;
        if (source.MinAge < 0 || source.MaxAge < 0 || (source.MaxAge > 0 && source.MaxAge < source.MinAge))
            return Reason.InvalidAgeRange;
        if (!source.LeadKinds.All(x => LeadKinds.TryGet(x, out _)))
            return Reason.UnknownLeadKind;
        return source.PlanKinds.All(x => PlanKinds.TryGet(x, out _)) ? null : Reason.UnknownPlanKind;
    }

    private static async Task PutAsync(
        HubDbContext context, string authority, SourceDeclaration source, CancellationToken cancellationToken)
    {
        var row = await context.CaseSources.FindAsync([authority, source.SourceId], cancellationToken) ?? context.Add(NewRow(authority, source)).Entity;
        row.SourceKind = source.SourceKind.Trim();
        row.Name = source.DisplayName.Trim();
        row.CarriesLeads = source.CarriesLeads;
        row.CarriesPlans = source.CarriesPlans;
        row.IntervalDays = source.IntervalDays;
        row.LeadKinds = DeclaredSource.JoinKinds(source.LeadKinds);
        row.PlanKinds = DeclaredSource.JoinKinds(source.PlanKinds);
        row.MinAge = source.MinAge;
        row.MaxAge = source.MaxAge;
        row.Required = source.Required;
    }

    private static CaseSourceRow NewRow(string authority, SourceDeclaration source) => new()
    {
        Authority = authority,
        SourceId = source.SourceId,
        SourceKind = "",
        Name = "",
        LeadKinds = "",
        PlanKinds = "",
    };

    [GeneratedRegex(@"\A[a-z0-9-]{1,50}\z")]
    private static partial Regex SourceId();
}
