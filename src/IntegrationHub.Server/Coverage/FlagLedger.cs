using IntegrationHub.Domain.Coverage;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;
using FlagState = IntegrationHub.Storage.Model.FlagState;

namespace IntegrationHub.Server.Coverage;

/// <summary>Brings the flags on file in line with what a run found, in the run's write transaction.</summary>
/// <remarks>
/// A flag is of one child and one kind, and stays the same flag while runs find its cause: found again, its evidence is renewed and
/// what people did with it stands. Not found, it closes and says what was found instead. A cause that comes back opens a new flag.
/// </remarks>
internal sealed class FlagLedger(HubDbContext context, Findings findings, long runId, DateTime now)
{
    private readonly DateOnly _asOf = findings.Basis.AsOf;
    private readonly string _authority = findings.Basis.Authority;

    public async Task<FlagChanges> ApplyAsync(CancellationToken cancellationToken)
    {
        var standing = await context.Flags
            .Where(x => x.Authority == _authority && x.CloseDate == null)
            .ToDictionaryAsync(x => (x.PupilId, x.Kind), cancellationToken);
        var opened = new List<FlagRow>();
        var kept = 0;
        foreach (var (found, evidence) in Found())
        {
            if (standing.Remove((found.PupilId, found.Kind), out var flag))
                kept++;
            else
                opened.Add(flag = found);
            Renew(flag, found, evidence);
        }
        context.Flags.AddRange(opened);
        Close([.. standing.Values]);
        // Flags get their numbers here; their events need them.
        await context.SaveChangesAsync(cancellationToken);
        context.FlagEvents.AddRange(opened.Select(x => Event(x, FlagEventKinds.Opened)));
        await context.SaveChangesAsync(cancellationToken);
        return new(opened.Count, kept, standing.Count);
    }

    private IEnumerable<(FlagRow Flag, string Evidence)> Found()
    {
        var explainer = new FlagExplainer(findings.Basis);
        return
            from child in findings.ChronicallyAbsent
            from kind in child.Result.Flags
            select (Opened(child.Result, kind), StoredMessage.Write(explainer.Explain(kind, child)));
    }

    private FlagRow Opened(ChildResult child, FlagKind kind) => new()
    {
        Authority = _authority,
        PupilId = child.PupilId,
        Kind = kind.ToWireName(),
        State = FlagState.Open,
        OpenDate = _asOf,
        OpenRunId = runId,
        Laestab = child.MainSchool.Value,
        Attended = (int)child.Counts.Attended,
        Possible = (int)child.Counts.Possible,
        Evidence = "",
    };

    private void Renew(FlagRow flag, FlagRow found, string evidence)
    {
        flag.LastFoundDate = _asOf;
        flag.LastFoundRunId = runId;
        flag.Laestab = found.Laestab;
        flag.Attended = found.Attended;
        flag.Possible = found.Possible;
        flag.Evidence = evidence;
    }

    private void Close(List<FlagRow> flags)
    {
        if (flags.Count == 0)
            return;
        var pupils = flags.Select(x => x.PupilId).ToHashSet();
        var instead = findings.Children.Where(x => pupils.Contains(x.PupilId)).ToDictionary(x => x.PupilId, FoundInstead);
        foreach (var flag in flags)
        {
            flag.State = FlagState.Closed;
            flag.CloseDate = _asOf;
            context.FlagEvents.Add(Event(flag, FlagEventKinds.Closed, instead.GetValueOrDefault(flag.PupilId, FlagEventKinds.NotOnRoll)));
        }
    }

    private static string FoundInstead(ChildResult child) => child switch
    {
        { IsOfHomeAuthority: false } => FlagEventKinds.OtherAuthority,
        { Class: { } coverage } => coverage.ToWireName(),
        _ => child.Standing.ToWireName(),
    };

    private FlagEventRow Event(FlagRow flag, string kind, string? note = null) => new()
    {
        Authority = _authority,
        FlagId = flag.FlagId,
        Kind = kind,
        Time = now,
        RunId = runId,
        Note = note,
    };
}

/// <summary>What a run did to the flags.</summary>
internal readonly record struct FlagChanges(int Opened, int Kept, int Closed);

/// <summary>Steps in a flag's life, and what closes it besides a class or a standing.</summary>
internal static class FlagEventKinds
{
    public const string Opened = "OPENED";
    public const string Acknowledged = "ACKNOWLEDGED";
    public const string Assigned = "ASSIGNED";
    public const string Closed = "CLOSED";

    public const string NotOnRoll = "NOT_ON_A_ROLL";
    public const string OtherAuthority = "OTHER_AUTHORITY";
}
