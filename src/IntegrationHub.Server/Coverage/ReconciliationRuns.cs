using System.Text.Json;
using System.Text.Json.Serialization;
using IntegrationHub.Domain.Coverage;
using IntegrationHub.Server.Thresholds;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Coverage;

/// <summary>Keeps the record of runs.</summary>
internal sealed class ReconciliationRuns(HubDatabase database, TimeProvider clock)
{
    private static readonly JsonSerializerOptions SettingsFormat = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Marks what a crash left running as failed. Only for when no run can be under way.</summary>
    public async Task AbandonAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginWriteAsync(cancellationToken);
        await transaction.Context.ReconciliationRuns
            .Where(x => x.State == RunState.Running)
            .ExecuteUpdateAsync(x => x.SetProperty(run => run.State, RunState.Failed).SetProperty(run => run.EndTime, Now), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Records that a run begins.</summary>
    public async Task<long> BeginAsync(ReconciliationBasis basis, string trigger, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginWriteAsync(cancellationToken);
        var run = new ReconciliationRunRow
        {
            Authority = basis.Authority,
            AsOfDate = basis.AsOf,
            Position = basis.Position,
            Trigger = trigger,
            State = RunState.Running,
            StartTime = Now,
            WindowStart = basis.Window.From,
            WindowEnd = basis.Window.To,
            Settings = JsonSerializer.Serialize(basis.Settings, SettingsFormat),
            ThresholdSettings = JsonSerializer.Serialize(basis.Thresholds, SettingsFormat),
        };
        transaction.Context.Add(run);
        await transaction.Context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return run.RunId;
    }

    /// <summary>Stores what a run found, all at once: coverage, the chronically absent children, flags, thresholds.</summary>
    /// <remarks>
    /// Flags, and which thresholds are met, are about now, so a run for a date before one that is complete touches none: closing a flag because its cause did not yet
    /// stand in October, or opening one that has been cleared since, would undo what later runs found.
    /// </remarks>
    public async Task<ReconciliationRunRow> CompleteAsync(long runId, Findings findings, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginWriteAsync(cancellationToken);
        var context = transaction.Context;
        var run = await context.ReconciliationRuns.SingleAsync(x => x.RunId == runId, cancellationToken);
        var thresholds = new ThresholdLedger(context, findings, runId);
        thresholds.AddCounts();
        if (!await IsOvertakenAsync(context, run, cancellationToken))
        {
            await thresholds.ApplyAsync(cancellationToken);
            var flags = await new FlagLedger(context, findings, runId, Now).ApplyAsync(cancellationToken);
            (run.FlagsOpened, run.FlagsKept, run.FlagsClosed) = (flags.Opened, flags.Kept, flags.Closed);
        }
        run.State = RunState.Complete;
        run.EndTime = Now;
        run.Coverage = StoredMessage.Write(CoverageMessages.Of(findings));
        run.Children = findings.Children.Count;
        context.AddRange(findings.ChronicallyAbsent.Select(child => ToRow(run, child.Result)));
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return run;
    }

    public async Task FailAsync(long runId)
    {
        await using var transaction = await database.BeginWriteAsync(CancellationToken.None);
        await transaction.Context.ReconciliationRuns
            .Where(x => x.RunId == runId)
            .ExecuteUpdateAsync(x => x.SetProperty(run => run.State, RunState.Failed).SetProperty(run => run.EndTime, Now));
        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <summary>The run that tells how things stand: complete, for the latest date, and of those the last one made.</summary>
    public static async Task<ReconciliationRunRow?> LatestAsync(HubDbContext context, string authority, CancellationToken cancellationToken) =>
        await context.ReconciliationRuns
            .Where(x => x.Authority == authority && x.State == RunState.Complete)
            .OrderByDescending(x => x.AsOfDate).ThenByDescending(x => x.RunId)
            .FirstOrDefaultAsync(cancellationToken);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private static Task<bool> IsOvertakenAsync(HubDbContext context, ReconciliationRunRow run, CancellationToken cancellationToken) =>
        context.ReconciliationRuns.AnyAsync(
            x => x.Authority == run.Authority && x.State == RunState.Complete && x.AsOfDate > run.AsOfDate, cancellationToken);

    private static RunChildRow ToRow(ReconciliationRunRow run, ChildResult child) => new()
    {
        Authority = run.Authority,
        RunId = run.RunId,
        PupilId = child.PupilId,
        CoverageClass = child.IsOfHomeAuthority ? child.Class!.Value.ToWireName() : FlagEventKinds.OtherAuthority,
        Attended = (int)child.Counts.Attended,
        Possible = (int)child.Counts.Possible,
    };
}
