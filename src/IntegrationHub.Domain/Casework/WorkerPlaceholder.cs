namespace IntegrationHub.Domain.Casework;

/// <summary>Recognises what case systems write where a worker's name or id should stand and none does.</summary>
/// <remarks>
/// Each was seen in a vendor's extract or specification. The list is of whole values, compared without case and surrounding space: a worker
/// called Default-Smith is a person. A placeholder no one has met yet is caught by the fitness measure, as one value in nearly every
/// record.
/// </remarks>
public static class WorkerPlaceholder
{
    private static readonly string[] Written = ["SSD_PH", "PLACEHOLDER_DATA", "PLACEHOLDER DATA", "#N/A", "-1", "UNKNOWN", "DEFAULT"];

    /// <summary>True for a placeholder and for nothing at all.</summary>
    public static bool IsPlaceholder(string? worker) =>
        string.IsNullOrWhiteSpace(worker) || Written.Contains(worker.Trim(), StringComparer.OrdinalIgnoreCase);
}
