using IntegrationHub.Storage.Attendance;

namespace IntegrationHub.Storage.Model;

/// <summary>A mark of an accepted register that does not count: it waits for its pupil, or to be mended.</summary>
public sealed class HeldMarkRow
{
    public required string Authority { get; set; }
    public long Position { get; set; }
    public int MarkIndex { get; set; }
    public int Laestab { get; set; }
    public int SessionNumber { get; set; }
    public HeldMarkState State { get; set; }
    public required string Reason { get; set; }

    public PupilScheme Scheme { get; set; }
    public required string Value { get; set; }

    /// <summary>The code as sent, where it is in no code set. Null: the code is not what is at fault.</summary>
    public string? Code { get; set; }
}
