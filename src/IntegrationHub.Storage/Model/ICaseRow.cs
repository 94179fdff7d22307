namespace IntegrationHub.Storage.Model;

/// <summary>What the rows of a source have in common.</summary>
public interface ICaseRow
{
    /// <summary>The record that last stated it, or the begin of the snapshot that left it out.</summary>
    long Position { get; set; }

    /// <summary>Where it was taken back or left out of a snapshot. Null while held.</summary>
    long? ClosedPosition { get; set; }
}
