namespace IntegrationHub.Storage.Model;

/// <summary>A mark that a person has thrown away: it says nothing, whatever is mended later.</summary>
public class DiscardedMarkRow
{
    public required string Authority { get; set; }
    public int Laestab { get; set; }

    /// <summary>The register, and the mark's index in it.</summary>
    public long Position { get; set; }
    public int MarkIndex { get; set; }

    /// <summary>The decision.</summary>
    public long DecisionPosition { get; set; }
}
