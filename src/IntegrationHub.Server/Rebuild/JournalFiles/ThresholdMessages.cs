using Google.Protobuf;
using IntegrationHub.Contracts.Journal.V1;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Rebuild.JournalFiles;

/// <summary>Which thresholds runs found met, as messages of a journal's file.</summary>
internal static class ThresholdMessages
{
    public static ThresholdSpellRecord Of(ThresholdSpellRow row)
    {
        var record = new ThresholdSpellRecord
        {
            SpellId = row.SpellId,
            Authority = row.Authority,
            PupilId = row.PupilId,
            Threshold = row.Threshold,
            Laestab = row.Laestab,
            FirstMetDate = row.FirstMetDate.ToDate(),
            MetSinceDate = row.MetSinceDate.ToDate(),
            OpenDate = row.OpenDate.ToDate(),
            OpenRunId = row.OpenRunId,
            LastMetDate = row.LastMetDate.ToDate(),
            LastMetRunId = row.LastMetRunId,
            CloseDate = row.CloseDate?.ToDate(),
            WindowStart = row.WindowStart.ToDate(),
            Counted = row.Counted,
            Possible = row.Possible,
            Attended = row.Attended,
            Unauthorised = row.Unauthorised,
            Sessions = UnsafeByteOperations.UnsafeWrap(row.Sessions),
        };
        if (row.CloseRunId is { } run)
            record.CloseRunId = run;
        return record;
    }

    public static RunThresholdRecord Of(RunThresholdRow row) => new()
    {
        Authority = row.Authority,
        RunId = row.RunId,
        Threshold = row.Threshold,
        Met = row.Met,
        NotMet = row.NotMet,
        TooFewSessions = row.TooFewSessions,
        NotAvailable = row.NotAvailable,
        OutsideCompulsoryAge = row.OutsideCompulsoryAge,
    };
}
