namespace IntegrationHub.Domain.Tests;

/// <summary>A fact about published data, skipped where the data is not at hand.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(params string[] path)
    {
        Path = path;
        if (SharedData.Root is null || !System.IO.Path.Exists(SharedData.PathOf(path)))
            Skip = $"The published data {string.Join('/', path)} is not beside the repository; INTEGRATIONHUB_SHARED may say where it is.";
    }

    public string[] Path { get; }
}
