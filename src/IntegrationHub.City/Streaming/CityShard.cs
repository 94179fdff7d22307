namespace IntegrationHub.City.Streaming;

/// <summary>The schools of one vendor that one writer sends for.</summary>
internal sealed record CityShard(CityVendor Vendor, int Number, IReadOnlyList<CitySchool> Schools);
