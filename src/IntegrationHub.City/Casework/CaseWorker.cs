namespace IntegrationHub.City.Casework;

/// <summary>A professional and their team; a worker without id and name is the team itself, where no person holds the case.</summary>
internal sealed record CaseWorker(string Id, string Name, string TeamId, string TeamName)
{
    public CaseWorker TeamAlone => this with { Id = "", Name = "" };
}
