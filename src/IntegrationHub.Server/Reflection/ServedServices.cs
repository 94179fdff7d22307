using System.Reflection;
using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Routing;

namespace IntegrationHub.Server.Reflection;

/// <summary>
/// The gRPC services that this hub serves, read off its own endpoints: a service that is mapped is known to health and reflection
/// by that alone. Ask once the hub has started, not before.
/// </summary>
internal sealed class ServedServices(EndpointDataSource endpoints)
{
    private readonly Lazy<IReadOnlyList<ServiceDescriptor>> _descriptors = new(() => Read(endpoints));

    /// <summary>The services, by full name.</summary>
    public IReadOnlyList<ServiceDescriptor> Descriptors => _descriptors.Value;

    public bool Has(string service) => Descriptors.Any(x => x.FullName == service);

    private static List<ServiceDescriptor> Read(EndpointDataSource endpoints) =>
    [
        .. endpoints.Endpoints
            .Select(x => x.Metadata.GetMetadata<GrpcMethodMetadata>()?.ServiceType)
            .OfType<Type>()
            .Distinct()
            .Select(DescriptorOf)
            .OrderBy(x => x.FullName, StringComparer.Ordinal),
    ];

    // The base class that a service is generated with names the generated class, and that one knows its contract.
    private static ServiceDescriptor DescriptorOf(Type service) =>
        service.GetCustomAttribute<BindServiceMethodAttribute>(inherit: true)?.BindType
            .GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as ServiceDescriptor
        ?? throw new InvalidOperationException($"{service} is not a service generated from a contract.");
}
