using IntegrationHub.Domain.Thresholds;
using IntegrationHub.Server.Coverage;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Model;
using IntegrationHub.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Server.Thresholds;

/// <summary>Brings the record of which children meet which thresholds in line with what a run found, in the run's write transaction.</summary>
/// <remarks>
/// A spell stays the same while runs find it, renewed by each; one that is found no more is closed by the run, and so are those of a
/// threshold that was turned off. Found again, it is another. Rows pass the change tracker by: a county has some of every child.
/// </remarks>
internal sealed class ThresholdLedger(HubDbContext context, Findings findings, long runId)
{
    private readonly DateOnly _asOf = findings.Basis.AsOf;
    private readonly string _authority = findings.Basis.Authority;

    /// <summary>Opens, renews and closes spells.</summary>
    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        var standing = await context.ThresholdSpells.AsNoTracking()
            .Where(x => x.Authority == _authority && x.CloseDate == null)
            .ToDictionaryAsync(x => (x.PupilId, x.Threshold), cancellationToken);
        var (opened, kept) = (new List<ThresholdSpellRow>(), new List<ThresholdSpellRow>());
        foreach (var met in findings.Thresholds.Met)
        {
            if (standing.Remove((met.PupilId, met.Result.Threshold.Name), out var spell))
                kept.Add(spell);
            else
                opened.Add(spell = Open(met));
            Renew(spell, met.Laestab, met.Result);
        }
        foreach (var spell in standing.Values)
            (spell.CloseDate, spell.CloseRunId) = (_asOf, runId);
        var writer = new RowWriter(context);
        writer.Update(kept.Concat(standing.Values));
        writer.Insert(opened);
    }

    /// <summary>Records how many children stood how.</summary>
    public void AddCounts() => context.AddRange(findings.Thresholds.Counts.Select(x => new RunThresholdRow
    {
        Authority = _authority,
        RunId = runId,
        Threshold = x.Key,
        Met = x.Value.Met,
        NotMet = x.Value.NotMet,
        TooFewSessions = x.Value.TooFewSessions,
        NotAvailable = x.Value.NotAvailable,
        OutsideCompulsoryAge = x.Value.OutsideCompulsoryAge,
    }));

    private ThresholdSpellRow Open(MetThreshold met) => new()
    {
        Authority = _authority,
        PupilId = met.PupilId,
        Threshold = met.Result.Threshold.Name,
        OpenDate = _asOf,
        OpenRunId = runId,
        Sessions = [],
    };

    private void Renew(ThresholdSpellRow spell, int laestab, ThresholdResult found)
    {
        spell.Laestab = laestab;
        spell.FirstMetDate = found.FirstMetDate!.Value;
        spell.MetSinceDate = found.MetSinceDate!.Value;
        spell.LastMetDate = _asOf;
        spell.LastMetRunId = runId;
        spell.WindowStart = found.WindowStart;
        spell.Counted = found.Counted;
        spell.Possible = found.PossibleSessions;
        spell.Attended = found.AttendedSessions;
        spell.Unauthorised = found.UnauthorisedSessions;
        spell.Sessions = PackedSessions.Pack(found.ProvingSessions.Span);
    }
}
