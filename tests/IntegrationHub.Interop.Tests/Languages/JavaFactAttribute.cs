namespace IntegrationHub.Interop.Tests.Languages;

/// <summary>A test with programs in Java, skipped with its reason where something that they need is missing.</summary>
internal sealed class JavaFactAttribute : FactAttribute
{
    public JavaFactAttribute() => Skip = Java.Missing;
}
