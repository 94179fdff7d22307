namespace IntegrationHub.Storage.Model;

/// <summary>That a source's record is a pupil's, from one journal position to another.</summary>
public sealed class MatchRow
{
    public long MatchId { get; set; }
    public required string Authority { get; set; }
    public required string SourceId { get; set; }
    public required string SourcePersonId { get; set; }
    public long PupilId { get; set; }

    /// <summary>Why: UPN_AND_DATE_OF_BIRTH.</summary>
    public required string Rule { get; set; }
    public long FromPosition { get; set; }

    /// <summary>Null while it stands.</summary>
    public long? ToPosition { get; set; }
}
