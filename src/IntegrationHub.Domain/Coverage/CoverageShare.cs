using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.Domain.Coverage;

/// <summary>How many of how many, and the percentage they make; null of nobody.</summary>
public readonly record struct CoverageShare(int Numerator, int Denominator)
{
    public double? Rate => Denominator == 0 ? null : PublishedRate.Of(Numerator, Denominator);
}
