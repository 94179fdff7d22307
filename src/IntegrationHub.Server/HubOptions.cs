using IntegrationHub.Domain.Coverage;
using IntegrationHub.Domain.Thresholds;
using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Journal;

namespace IntegrationHub.Server;

/// <summary>The hub's settings, from the section "Hub" of configuration. Every limit is here, with its default.</summary>
public sealed class HubOptions
{
    public const string Section = "Hub";

    /// <summary>The LA that the hub serves, three digits as DfE numbers them. Default: 851.</summary>
    public string Authority { get; set; } = "851";

    /// <summary>The LA's time zone: nightly runs and "today" follow it. Default: Europe/London.</summary>
    public string TimeZone { get; set; } = "Europe/London";

    /// <summary>The loopback port for gRPC (plaintext HTTP/2). 0: any free one. Default: 7443.</summary>
    public int GrpcPort { get; set; } = 7443;

    /// <summary>The loopback port for the page. 0: any free one. Default: 7080.</summary>
    public int PagePort { get; set; } = 7080;

    public StorageOptions Storage { get; set; } = new();

    public FeedOptions Feeds { get; set; } = new();

    public RegisterOptions Registers { get; set; } = new();

    public ReconciliationOptions Reconciliation { get; set; } = new();

    public FeedbackOptions Feedback { get; set; } = new();

    /// <summary>
    /// The thresholds of attendance: their settings, and which are judged (Switches: by name, true or false). docs/thresholds.md has each
    /// with its default and source.
    /// </summary>
    public ThresholdSettings Thresholds { get; set; } = new();

    public QuarantineOptions Quarantine { get; set; } = new();

    public ExportOptions Exports { get; set; } = new();

    public PublicationOptions Publication { get; set; } = new();

    public JournalSettings Journal { get; set; } = new();

    public FoldSettings Fold { get; set; } = new();
}

/// <summary>Where the hub keeps what it holds.</summary>
public sealed class StorageOptions
{
    /// <summary>
    /// The PostgreSQL database, as Npgsql takes it: "Host=db;Database=hub;Username=hub". Empty: the embedded SQLite file of the data folder.
    /// Default: empty.
    /// </summary>
    public string ConnectionString { get; set; } = "";
}

/// <summary>Limits of feeds.</summary>
public sealed class FeedOptions
{
    /// <summary>Submissions that may be without a receipt at a time. Default: 256.</summary>
    public int MaxOutstandingSubmissions { get; set; } = 256;

    /// <summary>How often the hub sends progress when it has nothing else to say. Default: 15 s.</summary>
    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How long nothing may come from a connection before the hub asks whether its far end is still there. At least 1 s. Default: 15 s.
    /// </summary>
    public TimeSpan PingDelay { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How long the hub waits for the answer before it takes the far end for dead and closes the connection with its streams. At least
    /// 1 s. Default: 30 s.
    /// </summary>
    public TimeSpan PingTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a stream may go on after the hub has announced that it closes. Default: 10 s.</summary>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>When a writer should come back after a passing fault or a planned close. Default: 2 s.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>A submission larger than this is refused by receipt, in bytes. Default: 4 MB.</summary>
    public int MaxSubmissionBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>A message larger than this ends the stream, in bytes. Default: 16 MB.</summary>
    public int MaxMessageBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>Records in one submission of a roll or of case records. Default: 10,000.</summary>
    public int MaxRecords { get; set; } = 10_000;

    /// <summary>The share of what is open that a snapshot may close unasked. Default: 0.2.</summary>
    public double SnapshotGuardShare { get; set; } = 0.2;

    /// <summary>A snapshot that closes no more than this many is never held: small rolls move by small numbers. Default: 5.</summary>
    public int SnapshotGuardLeast { get; set; } = 5;
}

/// <summary>Limits of registers.</summary>
public sealed class RegisterOptions
{
    /// <summary>Marks in one register. Default: 3,000, more than any school has pupils.</summary>
    public int MaxMarks { get; set; } = 3_000;

    /// <summary>How far a school's clock may be ahead before a record time is not believed. Default: 5 minutes.</summary>
    public TimeSpan ClockTolerance { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long before the session's day a mark may have been made before its record time is not believed. Default: 366 days, since
    /// leave and closures are entered ahead.
    /// </summary>
    public TimeSpan EntryLead { get; set; } = TimeSpan.FromDays(366);
}

/// <summary>How long what was refused is kept.</summary>
public sealed class QuarantineOptions
{
    /// <summary>
    /// How long a refused submission is kept with its content, to be mended and replayed. Marks and records of accepted submissions stay
    /// until they are mended or thrown away. Default: 90 days.
    /// </summary>
    public TimeSpan Keep { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Quartz cron expression, in the LA's time zone, for throwing away what is older. Empty: never. Default: 03:30 every night.</summary>
    public string Schedule { get; set; } = "0 30 3 * * ?";
}

/// <summary>Limits of exports.</summary>
public sealed class ExportOptions
{
    /// <summary>
    /// How long a reader may take nothing before it is cut off: while it reads, the database keeps the state that it reads, and its log
    /// grows. At least 1 s. Default: 2 minutes.
    /// </summary>
    public TimeSpan ReaderPatience { get; set; } = TimeSpan.FromMinutes(2);
}

/// <summary>When and how the nightly reconciliation runs.</summary>
public sealed class ReconciliationOptions
{
    /// <summary>Quartz cron expression in the LA's time zone. Empty: never by itself. Default: 02:30 every night.</summary>
    public string Schedule { get; set; } = "0 30 2 * * ?";

    /// <summary>How long a run, or a list of what is in quarantine, waits for registers to be folded. Default: 30 s.</summary>
    public TimeSpan FoldPatience { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How children are judged: window, least sessions, ages, when a lead counts as ending, and when a source is fit. Each has its
    /// default beside it.
    /// </summary>
    public ReconciliationSettings Rules { get; set; } = new();
}

/// <summary>What may be published.</summary>
public sealed class PublicationOptions
{
    /// <summary>Counts of children from 1 up to this many are withheld from figures for publication; at least 1. Default: 5.</summary>
    public int MostWithheld { get; set; } = 5;
}
