namespace IntegrationHub.Storage.Attendance;

/// <summary>A stay at a school, as far as counting its marks needs it.</summary>
public readonly record struct Stay(long EnrolmentId, int Laestab, DateOnly Entry, DateOnly? Leaving)
{
    /// <summary>True from the day of entry to the day of leaving, both inclusive.</summary>
    public bool IsOpenOn(DateOnly date) => Entry <= date && (Leaving is null || date <= Leaving);
}
