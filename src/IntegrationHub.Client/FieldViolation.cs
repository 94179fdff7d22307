namespace IntegrationHub.Client;

/// <summary>A field of a request that is at fault.</summary>
/// <param name="Field">Its path in the request, for example "schools[3].urn".</param>
/// <param name="Description">What is wrong with it, and how to mend it.</param>
public sealed record FieldViolation(string Field, string Description);
