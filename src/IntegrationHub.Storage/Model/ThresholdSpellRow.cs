namespace IntegrationHub.Storage.Model;

/// <summary>A time during which nightly runs found a child to meet a threshold. It stays the same row while they do.</summary>
public sealed class ThresholdSpellRow
{
    public long SpellId { get; set; }
    public required string Authority { get; set; }
    public long PupilId { get; set; }

    /// <summary>COVENTRY_STAGE_2 and so on.</summary>
    public required string Threshold { get; set; }
    public int Laestab { get; set; }

    /// <summary>By the marks known to the last run that found it. So for all that follows, runs excepted.</summary>
    public DateOnly FirstMetDate { get; set; }
    public DateOnly MetSinceDate { get; set; }
    public DateOnly OpenDate { get; set; }
    public long OpenRunId { get; set; }
    public DateOnly LastMetDate { get; set; }
    public long LastMetRunId { get; set; }
    public DateOnly? CloseDate { get; set; }
    public long? CloseRunId { get; set; }
    public DateOnly WindowStart { get; set; }
    public int Counted { get; set; }
    public int Possible { get; set; }
    public int Attended { get; set; }
    public int Unauthorised { get; set; }

    /// <summary>The sessions that prove it, as whoever writes them packs them.</summary>
    public required byte[] Sessions { get; set; }
}
