using IntegrationHub.Contracts.Journal.V1;
using IntegrationHub.Storage.Model;
using Date = IntegrationHub.Contracts.Type.V1.Date;

namespace IntegrationHub.Server.Rebuild.JournalFiles;

/// <summary>What runs found and people decided, from the messages of a journal's file.</summary>
internal static class CoverageRows
{
    public static ReconciliationRunRow Of(RunRecord record) => new()
    {
        RunId = record.RunId,
        Authority = record.Authority,
        AsOfDate = Day(record.AsOfDate),
        Position = record.Position,
        Trigger = record.Trigger,
        State = (RunState)record.State,
        StartTime = record.StartTime.ToDateTime(),
        EndTime = record.EndTime?.ToDateTime(),
        WindowStart = Day(record.WindowStart),
        WindowEnd = Day(record.WindowEnd),
        Settings = record.Settings,
        ThresholdSettings = record.HasThresholdSettings ? record.ThresholdSettings : null,
        Coverage = record.HasCoverage ? record.Coverage : null,
        Children = record.Children,
        FlagsOpened = record.FlagsOpened,
        FlagsKept = record.FlagsKept,
        FlagsClosed = record.FlagsClosed,
    };

    public static RunChildRow Of(RunChildRecord record) => new()
    {
        Authority = record.Authority,
        RunId = record.RunId,
        PupilId = record.PupilId,
        CoverageClass = record.CoverageClass,
        Attended = record.Attended,
        Possible = record.Possible,
    };

    public static FlagRow Of(FlagRecord record) => new()
    {
        FlagId = record.FlagId,
        Authority = record.Authority,
        PupilId = record.PupilId,
        Kind = record.Kind,
        State = (FlagState)record.State,
        OpenDate = Day(record.OpenDate),
        LastFoundDate = Day(record.LastFoundDate),
        CloseDate = record.CloseDate.ToDateOnly(),
        OpenRunId = record.OpenRunId,
        LastFoundRunId = record.LastFoundRunId,
        AcknowledgedBy = record.HasAcknowledgedBy ? record.AcknowledgedBy : null,
        AssignedTo = record.HasAssignedTo ? record.AssignedTo : null,
        Laestab = record.HasLaestab ? record.Laestab : null,
        Attended = record.Attended,
        Possible = record.Possible,
        Evidence = record.Evidence,
    };

    public static FlagEventRow Of(FlagEventRecord record) => new()
    {
        FlagEventId = record.FlagEventId,
        Authority = record.Authority,
        FlagId = record.FlagId,
        Kind = record.Kind,
        Time = record.EventTime.ToDateTime(),
        RunId = record.HasRunId ? record.RunId : null,
        Position = record.HasPosition ? record.Position : null,
        By = record.HasActor ? record.Actor : null,
        Note = record.HasNote ? record.Note : null,
    };

    internal static DateOnly Day(Date? date) => date.ToDateOnly() ?? throw new InvalidDataException("A record of the file lacks a date.");
}
