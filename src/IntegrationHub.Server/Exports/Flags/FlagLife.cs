using IntegrationHub.Server.Coverage;
using IntegrationHub.Storage.Model;
using FlagState = IntegrationHub.Storage.Model.FlagState;

namespace IntegrationHub.Server.Exports.Flags;

/// <summary>Where a flag stood, by the steps of its life that were known.</summary>
/// <param name="LastFound">The run that last found its cause.</param>
/// <param name="CloseDate">Null: it stood open.</param>
/// <param name="ClosedBecause">What was found instead. Null: it stood open.</param>
internal sealed record FlagLife(FlagState State, ReconciliationRunRow LastFound, DateOnly? CloseDate, string? ClosedBecause)
{
    /// <param name="steps">The steps that were known, oldest first.</param>
    /// <param name="runs">The runs that were known and had a say in flags.</param>
    /// <returns>Null: it had not been opened.</returns>
    public static FlagLife? Of(IEnumerable<FlagEventRow> steps, JudgingRuns runs)
    {
        FlagState? state = null;
        FlagEventRow? closing = null;
        foreach (var step in steps)
        {
            state = (step.Kind, state) switch
            {
                (FlagEventKinds.Opened, _) => FlagState.Open,
                (FlagEventKinds.Assigned, _) => FlagState.Assigned,
                (FlagEventKinds.Acknowledged, FlagState.Open) => FlagState.Acknowledged,
                (FlagEventKinds.Closed, _) => FlagState.Closed,
                _ => state,
            };
            closing = step.Kind == FlagEventKinds.Closed ? step : closing;
        }
        if (state is not { } known)
            return null;
        return closing is null
            ? new(known, runs.Last!, null, null)
            : new(known, runs.Before(closing.RunId!.Value), runs.DateOf(closing.RunId.Value), closing.Note);
    }
}
