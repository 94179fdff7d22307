namespace IntegrationHub.City;

/// <summary>A figure that is not what it should be.</summary>
/// <param name="Figure">Which figure.</param>
/// <param name="Expected">What it should be.</param>
/// <param name="Found">What it is.</param>
public sealed record FigureDifference(string Figure, string Expected, string Found);
