namespace IntegrationHub.Domain.Thresholds.Rules;

/// <summary>A threshold on records that the hub does not take in.</summary>
internal sealed class NotAvailableRule : IThresholdRule
{
    public Finding Judge(ChildMarks child, SchoolFrame school) =>
        new() { Status = ThresholdStatus.NotAvailable, From = school.YearToDate.Start };
}
