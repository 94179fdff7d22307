namespace IntegrationHub.Storage;

/// <summary>A school of an authority, by its DfE number (LAESTAB).</summary>
public readonly record struct SchoolKey(string Authority, int Laestab);
