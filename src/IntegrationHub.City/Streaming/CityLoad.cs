using IntegrationHub.Contracts.Casework.V1;
using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Contracts.Registers.V1;
using IntegrationHub.Contracts.Roll.V1;

namespace IntegrationHub.City.Streaming;

/// <summary>What is to be sent to a hub, in the order it makes sense: schools and calendar, rolls, case records, registers.</summary>
/// <remarks>Every feed starts from its beginning each time it is enumerated and gives the same submissions in the same order.</remarks>
public sealed record CityLoad
{
    /// <summary>The system in whose name schools, calendar and sources are applied.</summary>
    public string OperatorSystem { get; init; } = "la-operator";

    /// <summary>The schools.</summary>
    public required ApplySchoolsRequest Schools { get; init; }

    /// <summary>Terms and closures.</summary>
    public required ApplyCalendarRequest Calendar { get; init; }

    /// <summary>Sources of case records; null when there are none.</summary>
    public ApplySourcesRequest? Sources { get; init; }

    /// <summary>Feeds of rolls.</summary>
    public IReadOnlyList<CityFeed<RollSubmission>> Rolls { get; init; } = [];

    /// <summary>Feeds of case records.</summary>
    public IReadOnlyList<CityFeed<CaseSubmission>> Cases { get; init; } = [];

    /// <summary>Feeds of registers.</summary>
    public IReadOnlyList<CityFeed<RegisterSubmission>> Registers { get; init; } = [];
}
