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
