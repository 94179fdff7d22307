namespace IntegrationHub.Storage.Model;

/// <summary>A refused submission, kept with its content for a set time so that it can be mended.</summary>
public sealed class QuarantinedSubmissionRow
{
    public long QuarantineId { get; set; }
    public required string Authority { get; set; }
    public required string System { get; set; }
    public Feed Feed { get; set; }
    public required string WriterId { get; set; }
    public long? Sequence { get; set; }
    public Guid? SubmissionId { get; set; }
    public required string Reason { get; set; }
    public required string Detail { get; set; }
    public DateTime ReceivedTime { get; set; }
    public required byte[] Payload { get; set; }
}
