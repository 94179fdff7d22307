namespace IntegrationHub.Domain.Tests;

/// <summary>A theory about published data, skipped where the data is not at hand.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataTheoryAttribute : TheoryAttribute
{
    public SharedDataTheoryAttribute(params string[] path)
    {
        Path = path;
        Skip = new SharedDataFactAttribute(path).Skip;
    }

    public string[] Path { get; }
}
