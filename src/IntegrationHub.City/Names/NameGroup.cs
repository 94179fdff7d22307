using System.Collections.Immutable;

namespace IntegrationHub.City.Names;

/// <summary>Forenames and surnames that go together.</summary>
/// <param name="Share">The group's share of the city in per cent.</param>
internal sealed record NameGroup(int Share, ImmutableArray<string> Girls, ImmutableArray<string> Boys, ImmutableArray<string> Surnames);
