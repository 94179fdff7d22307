using System.Text.RegularExpressions;
using IntegrationHub.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace IntegrationHub.Storage;

/// <summary>
/// The hub's tables, the same on every engine. The authority leads every key, so that no query can reach across authorities by
/// accident. Tables and columns are in snake_case, instants in UTC.
/// </summary>
public sealed partial class HubDbContext(DbContextOptions<HubDbContext> options) : DbContext(options)
{
    public DbSet<JournalRow> Journal => Set<JournalRow>();
    public DbSet<SubmissionRow> Submissions => Set<SubmissionRow>();
    public DbSet<WriterRow> Writers => Set<WriterRow>();
    public DbSet<QuarantinedSubmissionRow> QuarantinedSubmissions => Set<QuarantinedSubmissionRow>();
    public DbSet<SnapshotRow> Snapshots => Set<SnapshotRow>();
    public DbSet<HeldRecordRow> HeldRecords => Set<HeldRecordRow>();

    public DbSet<SchoolRow> Schools => Set<SchoolRow>();
    public DbSet<SchoolUrnRow> SchoolUrns => Set<SchoolUrnRow>();
    public DbSet<SchoolStateRow> SchoolStates => Set<SchoolStateRow>();
    public DbSet<TermRow> Terms => Set<TermRow>();
    public DbSet<ClosureRow> Closures => Set<ClosureRow>();
    public DbSet<SchoolOpeningRow> SchoolOpenings => Set<SchoolOpeningRow>();

    public DbSet<PupilRow> Pupils => Set<PupilRow>();
    public DbSet<PupilIdentifierRow> PupilIdentifiers => Set<PupilIdentifierRow>();
    public DbSet<EnrolmentRow> Enrolments => Set<EnrolmentRow>();

    public DbSet<SchoolVersionRow> SchoolVersions => Set<SchoolVersionRow>();
    public DbSet<TermVersionRow> TermVersions => Set<TermVersionRow>();
    public DbSet<ClosureVersionRow> ClosureVersions => Set<ClosureVersionRow>();
    public DbSet<SchoolOpeningVersionRow> SchoolOpeningVersions => Set<SchoolOpeningVersionRow>();
    public DbSet<PupilVersionRow> PupilVersions => Set<PupilVersionRow>();
    public DbSet<PupilIdentifierVersionRow> PupilIdentifierVersions => Set<PupilIdentifierVersionRow>();
    public DbSet<EnrolmentVersionRow> EnrolmentVersions => Set<EnrolmentVersionRow>();
    public DbSet<CodeMappingVersionRow> CodeMappingVersions => Set<CodeMappingVersionRow>();
    public DbSet<IdentifierCorrectionVersionRow> IdentifierCorrectionVersions => Set<IdentifierCorrectionVersionRow>();
    public DbSet<DiscardedMarkVersionRow> DiscardedMarkVersions => Set<DiscardedMarkVersionRow>();

    public DbSet<StripRow> Strips => Set<StripRow>();
    public DbSet<MarkChangeRow> MarkChanges => Set<MarkChangeRow>();
    public DbSet<MarkDetailRow> MarkDetails => Set<MarkDetailRow>();
    public DbSet<HeldMarkRow> HeldMarks => Set<HeldMarkRow>();
    public DbSet<RollTouchRow> RollTouches => Set<RollTouchRow>();

    public DbSet<CodeMappingRow> CodeMappings => Set<CodeMappingRow>();
    public DbSet<IdentifierCorrectionRow> IdentifierCorrections => Set<IdentifierCorrectionRow>();
    public DbSet<DiscardedMarkRow> DiscardedMarks => Set<DiscardedMarkRow>();
    public DbSet<QuarantineStepRow> QuarantineSteps => Set<QuarantineStepRow>();

    public DbSet<CaseSourceRow> CaseSources => Set<CaseSourceRow>();
    public DbSet<SourceLoadRow> SourceLoads => Set<SourceLoadRow>();
    public DbSet<SourcePersonRow> SourcePersons => Set<SourcePersonRow>();
    public DbSet<MatchRow> Matches => Set<MatchRow>();
    public DbSet<CasePlanRow> CasePlans => Set<CasePlanRow>();
    public DbSet<CasePlanSubjectRow> CasePlanSubjects => Set<CasePlanSubjectRow>();
    public DbSet<InvolvementRow> Involvements => Set<InvolvementRow>();

    public DbSet<ReconciliationRunRow> ReconciliationRuns => Set<ReconciliationRunRow>();
    public DbSet<RunChildRow> RunChildren => Set<RunChildRow>();
    public DbSet<FlagRow> Flags => Set<FlagRow>();
    public DbSet<FlagEventRow> FlagEvents => Set<FlagEventRow>();
    public DbSet<ThresholdSpellRow> ThresholdSpells => Set<ThresholdSpellRow>();
    public DbSet<RunThresholdRow> RunThresholds => Set<RunThresholdRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite reads instants back without their kind, and PostgreSQL refuses any that is not UTC.
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ConfigureJournal(modelBuilder);
        ConfigureSchools(modelBuilder);
        ConfigurePupils(modelBuilder);
        ConfigureMarks(modelBuilder);
        ConfigureMending(modelBuilder);
        ConfigureVersions(modelBuilder);
        ConfigureCasework(modelBuilder);
        ConfigureCoverage(modelBuilder);
        ConfigureThresholds(modelBuilder);
        NameInSnakeCase(modelBuilder);
    }

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

    private static void NameInSnakeCase(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            var table = entity.ClrType == typeof(StripRow) ? "attendance_strip" : SnakeCase(entity.ClrType.Name[..^"Row".Length]);
            entity.SetTableName(table);
            foreach (var property in entity.GetProperties())
                property.SetColumnName(SnakeCase(property.Name));
            foreach (var key in entity.GetKeys())
                key.SetName($"pk_{table}");
            foreach (var index in entity.GetIndexes())
                index.SetDatabaseName($"ix_{table}_{string.Join('_', index.Properties.Skip(1).Select(x => SnakeCase(x.Name)))}");
        }
    }

    private static string SnakeCase(string name) => WordStart().Replace(name, "_$0").ToLowerInvariant();

    [GeneratedRegex("(?<!^)(?<![0-9])[A-Z]")]
    private static partial Regex WordStart();

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        value => value.ToUniversalTime(),
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
}
