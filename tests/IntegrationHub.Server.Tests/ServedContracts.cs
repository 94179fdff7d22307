using Google.Protobuf.Reflection;
using IntegrationHub.Contracts.Registers.V1;

namespace IntegrationHub.Server.Tests;

/// <summary>The contracts as the generated code has them, found without the server's help.</summary>
internal static class ServedContracts
{
    /// <summary>Every service there is a contract for. The hub serves all of them.</summary>
    public static IReadOnlyList<ServiceDescriptor> Services { get; } =
    [
        .. typeof(RegisterIngestService).Assembly.GetExportedTypes()
            .Select(x => x.GetProperty("Descriptor")?.PropertyType == typeof(ServiceDescriptor) ? x.GetProperty("Descriptor")!.GetValue(null) : null)
            .OfType<ServiceDescriptor>()
            .OrderBy(x => x.FullName, StringComparer.Ordinal),
    ];

    public static IEnumerable<string> Names => Services.Select(x => x.FullName);
}
