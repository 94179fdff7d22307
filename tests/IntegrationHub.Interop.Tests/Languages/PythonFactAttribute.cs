namespace IntegrationHub.Interop.Tests.Languages;

/// <summary>A test with programs in Python, skipped with its reason where something that they need is missing.</summary>
internal sealed class PythonFactAttribute : FactAttribute
{
    public PythonFactAttribute() => Skip = Python.Missing;
}
