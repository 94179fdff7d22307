using System.Collections.Immutable;

namespace IntegrationHub.City;

/// <summary>An invented vendor of management information systems. Each has its own habits, as real ones have.</summary>
/// <param name="System">The name it calls the hub under.</param>
/// <param name="Name">The product's name.</param>
public sealed record CityVendor(string System, string Name)
{
    /// <summary>The city's vendors. Tern writes codes of its own beside the statutory ones, Lodestar minutes late, and Quayside names pupils by its own identifiers.</summary>
    public static ImmutableArray<CityVendor> All { get; } =
        [new("mis-tern", "Tern"), new("mis-lodestar", "Lodestar"), new("mis-quayside", "Quayside")];

    internal bool WritesSourceCodes => this == All[0];

    internal bool WritesMinutesLate => this == All[1];

    internal bool UsesOwnIdentifiers => this == All[2];
}
