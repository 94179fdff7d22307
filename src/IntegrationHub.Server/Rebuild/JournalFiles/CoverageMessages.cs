using IntegrationHub.Contracts.Journal.V1;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Rebuild.JournalFiles;

/// <summary>What runs found and people decided, as messages of a journal's file.</summary>
internal static class CoverageMessages
{
    public static JournalFileRow Of(object row) => row switch
    {
        ReconciliationRunRow run => new() { Run = Of(run) },
        RunChildRow child => new() { RunChild = Of(child) },
        FlagRow flag => new() { Flag = Of(flag) },
        _ => new() { FlagEvent = Of((FlagEventRow)row) },
    };

    private static RunRecord Of(ReconciliationRunRow row)
    {
        var record = new RunRecord
        {
            RunId = row.RunId,
            Authority = row.Authority,
            AsOfDate = row.AsOfDate.ToDate(),
            Position = row.Position,
            Trigger = row.Trigger,
            State = (int)row.State,
            StartTime = row.StartTime.ToTimestamp(),
            EndTime = row.EndTime?.ToTimestamp(),
            WindowStart = row.WindowStart.ToDate(),
            WindowEnd = row.WindowEnd.ToDate(),
            Settings = row.Settings,
            Children = row.Children,
            FlagsOpened = row.FlagsOpened,
            FlagsKept = row.FlagsKept,
            FlagsClosed = row.FlagsClosed,
        };
        if (row.Coverage is { } coverage)
            record.Coverage = coverage;
        if (row.ThresholdSettings is { } thresholds)
            record.ThresholdSettings = thresholds;
        return record;
    }

    private static RunChildRecord Of(RunChildRow row) => new()
    {
        Authority = row.Authority,
        RunId = row.RunId,
        PupilId = row.PupilId,
        CoverageClass = row.CoverageClass,
        Attended = row.Attended,
        Possible = row.Possible,
    };

    private static FlagRecord Of(FlagRow row)
    {
        var record = new FlagRecord
        {
            FlagId = row.FlagId,
            Authority = row.Authority,
            PupilId = row.PupilId,
            Kind = row.Kind,
            State = (int)row.State,
            OpenDate = row.OpenDate.ToDate(),
            LastFoundDate = row.LastFoundDate.ToDate(),
            CloseDate = row.CloseDate?.ToDate(),
            OpenRunId = row.OpenRunId,
            LastFoundRunId = row.LastFoundRunId,
            Attended = row.Attended,
            Possible = row.Possible,
            Evidence = row.Evidence,
        };
        if (row.AcknowledgedBy is { } person)
            record.AcknowledgedBy = person;
        if (row.AssignedTo is { } assignee)
            record.AssignedTo = assignee;
        if (row.Laestab is { } laestab)
            record.Laestab = laestab;
        return record;
    }

    private static FlagEventRecord Of(FlagEventRow row)
    {
        var record = new FlagEventRecord
        {
            FlagEventId = row.FlagEventId,
            Authority = row.Authority,
            FlagId = row.FlagId,
            Kind = row.Kind,
            EventTime = row.Time.ToTimestamp(),
        };
        if (row.RunId is { } run)
            record.RunId = run;
        if (row.Position is { } position)
            record.Position = position;
        if (row.By is { } person)
            record.Actor = person;
        if (row.Note is { } note)
            record.Note = note;
        return record;
    }
}
