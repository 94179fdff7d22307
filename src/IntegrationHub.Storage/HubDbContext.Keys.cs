using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Storage;

// This part: the keys and indexes of each area's tables.
public sealed partial class HubDbContext
{
    private static void ConfigureJournal(ModelBuilder model)
    {
        model.Entity<JournalRow>(row =>
        {
            row.HasKey(x => x.Position);
            // The committer numbers positions itself, so that they follow the order of commits.
            row.Property(x => x.Position).ValueGeneratedNever();
            row.HasIndex(x => new { x.Authority, x.School, x.Feed, x.Position });
            row.HasIndex(x => new { x.Authority, x.School, x.SessionNumber }).HasFilter("session_number is not null");
            row.HasIndex(x => new { x.Authority, x.SnapshotId }).HasFilter("snapshot_id is not null");
        });
        model.Entity<SubmissionRow>().HasKey(x => new { x.Authority, x.System, x.Feed, x.SubmissionId });
        model.Entity<WriterRow>().HasKey(x => new { x.Authority, x.System, x.Feed, x.WriterId });
        model.Entity<QuarantinedSubmissionRow>(row =>
        {
            row.HasKey(x => x.QuarantineId);
            row.HasIndex(x => new { x.Authority, x.ReceivedTime });
        });
        model.Entity<SnapshotRow>(row =>
        {
            row.HasKey(x => new { x.Authority, x.Feed, x.SnapshotId });
            row.HasIndex(x => new { x.Authority, x.Feed, x.Scope, x.State });
        });
        model.Entity<HeldRecordRow>().HasKey(x => new { x.Authority, x.Position, x.RecordIndex });
    }

    private static void ConfigureSchools(ModelBuilder model)
    {
        model.Entity<SchoolRow>().HasKey(x => new { x.Authority, x.Laestab });
        model.Entity<SchoolUrnRow>(row =>
        {
            row.HasKey(x => new { x.Authority, x.Urn });
            row.HasIndex(x => new { x.Authority, x.Laestab });
        });
        model.Entity<SchoolStateRow>().HasKey(x => new { x.Authority, x.Laestab });
        model.Entity<TermRow>().HasKey(x => new { x.Authority, x.Laestab, x.AcademicYear, x.Name });
        model.Entity<ClosureRow>().HasKey(x => new { x.Authority, x.Laestab, x.StartDate });
        model.Entity<SchoolOpeningRow>().HasKey(x => new { x.Authority, x.Laestab, x.StartDate, x.Day });
    }

    private static void ConfigurePupils(ModelBuilder model)
    {
        model.Entity<PupilRow>(row =>
        {
            row.HasKey(x => x.PupilId);
            row.HasIndex(x => new { x.Authority, x.DateOfBirth });
        });
        model.Entity<PupilIdentifierRow>(row =>
        {
            row.HasKey(x => new { x.Authority, x.Scheme, x.Scope, x.Value, x.PupilId });
            row.HasIndex(x => new { x.Authority, x.PupilId });
        });
        model.Entity<EnrolmentRow>(row =>
        {
            row.HasKey(x => x.EnrolmentId);
            row.HasIndex(x => new { x.Authority, x.Laestab, x.PupilId, x.EntryDate }).IsUnique();
            row.HasIndex(x => new { x.Authority, x.PupilId });
        });
    }

    private static void ConfigureMarks(ModelBuilder model)
    {
        model.Entity<StripRow>(row =>
        {
            row.ToTable("attendance_strip");
            row.HasKey(x => new { x.Authority, x.EnrolmentId, x.AcademicYear });
            row.HasIndex(x => new { x.Authority, x.Laestab, x.AcademicYear });
        });
        model.Entity<MarkChangeRow>().HasKey(x => new { x.Authority, x.EnrolmentId, x.AcademicYear, x.Slot, x.Position });
        model.Entity<MarkDetailRow>().HasKey(x => new { x.Authority, x.EnrolmentId, x.AcademicYear, x.Slot });
        model.Entity<HeldMarkRow>(row =>
        {
            row.HasKey(x => new { x.Authority, x.Position, x.MarkIndex });
            row.HasIndex(x => new { x.Authority, x.Laestab, x.State });
        });
    }

    private static void ConfigureMending(ModelBuilder model)
    {
        model.Entity<RollTouchRow>().HasKey(x => new { x.Authority, x.Laestab, x.EnrolmentId, x.PupilId });
        model.Entity<CodeMappingRow>().HasKey(x => new { x.Authority, x.Laestab, x.SourceCode });
        model.Entity<IdentifierCorrectionRow>().HasKey(x => new { x.Authority, x.Laestab, x.Scheme, x.Value });
        model.Entity<DiscardedMarkRow>(row =>
        {
            row.HasKey(x => new { x.Authority, x.Position, x.MarkIndex });
            row.HasIndex(x => new { x.Authority, x.Laestab });
        });
        model.Entity<QuarantineStepRow>(row =>
        {
            row.HasKey(x => x.QuarantineStepId);
            row.HasIndex(x => new { x.Authority, x.Time });
        });
    }

    /// <summary>A version is a table of its own, not a kind of the row it is a version of. Its key is the row's and the position.</summary>
    private static void ConfigureVersions(ModelBuilder model)
    {
        model.Entity<SchoolVersionRow>().HasBaseType((Type?)null).HasKey(x => new { x.Authority, x.Laestab, x.KnownFrom });
        model.Entity<TermVersionRow>().HasBaseType((Type?)null)
            .HasKey(x => new { x.Authority, x.Laestab, x.AcademicYear, x.Name, x.KnownFrom });
        model.Entity<ClosureVersionRow>().HasBaseType((Type?)null).HasKey(x => new { x.Authority, x.Laestab, x.StartDate, x.KnownFrom });
        model.Entity<SchoolOpeningVersionRow>().HasBaseType((Type?)null)
            .HasKey(x => new { x.Authority, x.Laestab, x.StartDate, x.Day, x.KnownFrom });
        model.Entity<PupilVersionRow>(row =>
        {
            row.HasBaseType((Type?)null);
            row.HasKey(x => new { x.PupilId, x.KnownFrom });
            row.HasIndex(x => new { x.Authority, x.PupilId });
        });
        model.Entity<PupilIdentifierVersionRow>(row =>
        {
            row.HasBaseType((Type?)null);
            row.HasKey(x => new { x.Authority, x.Scheme, x.Scope, x.Value, x.PupilId, x.KnownFrom });
            row.HasIndex(x => new { x.Authority, x.PupilId });
        });
        model.Entity<EnrolmentVersionRow>(row =>
        {
            row.HasBaseType((Type?)null);
            row.Ignore(x => x.Position);
            row.HasKey(x => new { x.EnrolmentId, x.KnownFrom });
            row.HasIndex(x => new { x.Authority, x.Laestab });
            row.HasIndex(x => new { x.Authority, x.PupilId });
        });
        model.Entity<CodeMappingVersionRow>().HasBaseType((Type?)null)
            .HasKey(x => new { x.Authority, x.Laestab, x.SourceCode, x.KnownFrom });
        model.Entity<IdentifierCorrectionVersionRow>().HasBaseType((Type?)null)
            .HasKey(x => new { x.Authority, x.Laestab, x.Scheme, x.Value, x.KnownFrom });
        model.Entity<DiscardedMarkVersionRow>().HasBaseType((Type?)null)
            .HasKey(x => new { x.Authority, x.Position, x.MarkIndex, x.KnownFrom });
    }

    private static void ConfigureCasework(ModelBuilder model)
    {
        model.Entity<CaseSourceRow>().HasKey(x => new { x.Authority, x.SourceId });
        model.Entity<SourceLoadRow>().HasKey(x => new { x.Authority, x.SourceId, x.Position });
        model.Entity<SourcePersonRow>(row =>
        {
            row.HasKey(x => new { x.Authority, x.SourceId, x.SourcePersonId });
            row.HasIndex(x => new { x.Authority, x.Upn });
            row.HasIndex(x => new { x.Authority, x.DateOfBirth });
        });
        model.Entity<MatchRow>(row =>
        {
            row.HasKey(x => x.MatchId);
            row.HasIndex(x => new { x.Authority, x.SourceId, x.SourcePersonId });
            row.HasIndex(x => new { x.Authority, x.PupilId });
        });
        model.Entity<CasePlanRow>().HasKey(x => new { x.Authority, x.SourceId, x.SourcePlanId });
        model.Entity<CasePlanSubjectRow>().HasKey(x => new { x.Authority, x.SourceId, x.SourcePlanId, x.SourcePersonId });
        model.Entity<InvolvementRow>(row =>
        {
            row.HasKey(x => new { x.Authority, x.SourceId, x.SourceInvolvementId });
            row.HasIndex(x => new { x.Authority, x.SourceId, x.WorkerId });
            row.HasIndex(x => new { x.Authority, x.SourceId, x.TeamId });
            row.HasIndex(x => new { x.Authority, x.SourceId, x.SourcePersonId });
        });
    }

    private static void ConfigureCoverage(ModelBuilder model)
    {
        model.Entity<ReconciliationRunRow>(row =>
        {
            row.HasKey(x => x.RunId);
            row.HasIndex(x => new { x.Authority, x.State });
        });
        model.Entity<RunChildRow>().HasKey(x => new { x.Authority, x.RunId, x.PupilId });
        model.Entity<FlagRow>(row =>
        {
            row.HasKey(x => x.FlagId);
            // One flag of a kind for a child at a time, whatever runs at once.
            row.HasIndex(x => new { x.Authority, x.PupilId, x.Kind }).IsUnique().HasFilter("close_date is null");
            row.HasIndex(x => new { x.Authority, x.State });
        });
        model.Entity<FlagEventRow>(row =>
        {
            row.HasKey(x => x.FlagEventId);
            row.HasIndex(x => new { x.Authority, x.FlagId });
        });
    }

    private static void ConfigureThresholds(ModelBuilder model)
    {
        model.Entity<ThresholdSpellRow>(row =>
        {
            row.HasKey(x => x.SpellId);
            // One spell of a threshold for a child at a time, whatever runs at once.
            row.HasIndex(x => new { x.Authority, x.PupilId, x.Threshold }).IsUnique().HasFilter("close_date is null");
            row.HasIndex(x => new { x.Authority, x.Threshold, x.Laestab });
        });
        model.Entity<RunThresholdRow>().HasKey(x => new { x.Authority, x.RunId, x.Threshold });
    }
}
