using IntegrationHub.Contracts.Journal.V1;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Rebuild.JournalFiles;

/// <summary>Which thresholds runs found met, from the messages of a journal's file.</summary>
internal static class ThresholdRows
{
    public static ThresholdSpellRow Of(ThresholdSpellRecord record) => new()
    {
        SpellId = record.SpellId,
        Authority = record.Authority,
        PupilId = record.PupilId,
        Threshold = record.Threshold,
        Laestab = record.Laestab,
        FirstMetDate = CoverageRows.Day(record.FirstMetDate),
        MetSinceDate = CoverageRows.Day(record.MetSinceDate),
        OpenDate = CoverageRows.Day(record.OpenDate),
        OpenRunId = record.OpenRunId,
        LastMetDate = CoverageRows.Day(record.LastMetDate),
        LastMetRunId = record.LastMetRunId,
        CloseDate = record.CloseDate.ToDateOnly(),
        CloseRunId = record.HasCloseRunId ? record.CloseRunId : null,
        WindowStart = CoverageRows.Day(record.WindowStart),
        Counted = record.Counted,
        Possible = record.Possible,
        Attended = record.Attended,
        Unauthorised = record.Unauthorised,
        Sessions = record.Sessions.ToByteArray(),
    };

    public static RunThresholdRow Of(RunThresholdRecord record) => new()
    {
        Authority = record.Authority,
        RunId = record.RunId,
        Threshold = record.Threshold,
        Met = record.Met,
        NotMet = record.NotMet,
        TooFewSessions = record.TooFewSessions,
        NotAvailable = record.NotAvailable,
        OutsideCompulsoryAge = record.OutsideCompulsoryAge,
    };
}
