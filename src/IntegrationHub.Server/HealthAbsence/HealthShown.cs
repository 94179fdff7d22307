namespace IntegrationHub.Server.HealthAbsence;

/// <summary>Which figures of one group of a summary may be shown.</summary>
/// <param name="Group">Anything at all, how many enrolments there are included.</param>
/// <param name="Illness">What is said of illness.</param>
/// <param name="Medical">What is said of appointments.</param>
internal readonly record struct HealthShown(bool Group, bool Illness, bool Medical)
{
    /// <summary>Everything: for those whose pupils they are.</summary>
    public static HealthShown All { get; } = new(true, true, true);
}
