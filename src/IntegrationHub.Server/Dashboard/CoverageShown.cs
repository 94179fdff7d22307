namespace IntegrationHub.Server.Dashboard;

/// <summary>A class of children as the page shows it.</summary>
/// <param name="Style">The style sheet's name of its colour.</param>
public sealed record CoverageShown(string Label, int Count, string Style);
