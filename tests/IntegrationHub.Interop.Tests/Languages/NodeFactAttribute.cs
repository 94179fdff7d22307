namespace IntegrationHub.Interop.Tests.Languages;

/// <summary>A test with programs in Node, skipped with its reason where something that they need is missing.</summary>
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute() => Skip = Node.Missing;
}
