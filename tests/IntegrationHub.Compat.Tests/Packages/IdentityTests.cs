using System.Reflection;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Compression;
using Microsoft.AspNetCore.Builder;
using Pipelines.Sockets.Unofficial;
using StackExchange.Redis;

namespace IntegrationHub.Compat.Tests.Packages;

public class IdentityTests
{
    private static readonly Assembly[] Support =
    [
        typeof(Metadata).Assembly,
        typeof(ICompressionProvider).Assembly,
        typeof(SocketConnection).Assembly,
        typeof(System.IO.Hashing.XxHash3).Assembly,
    ];

    [Theory]
    [InlineData("Grpc.Core.Api", "2.0.0.0", "d754f35622e28bad")]
    [InlineData("Grpc.Net.Common", "2.0.0.0", "d754f35622e28bad")]
    [InlineData("Pipelines.Sockets.Unofficial", "1.0.0.0", "42ea0a778e13fbe2")]
    [InlineData("System.IO.Hashing", "10.0.0.13", "cc7b13ffcd2ddd51")]
    public void Assembly_HasThePackagesIdentity(string name, string version, string publicKeyToken)
    {
        var identity = Support.Select(assembly => assembly.GetName()).Single(found => found.Name == name);

        identity.Version.ShouldBe(Version.Parse(version));
        Token(identity).ShouldBe(publicKeyToken);
    }

    [Theory]
    [InlineData(typeof(GrpcChannel), "Grpc.Core.Api", "Grpc.Net.Common")]
    [InlineData(typeof(GrpcEndpointRouteBuilderExtensions), "Grpc.Core.Api", "Grpc.Net.Common")]
    [InlineData(typeof(ConnectionMultiplexer), "Pipelines.Sockets.Unofficial", "System.IO.Hashing")]
    public void OfficialAssembly_AsksForThisIdentity(Type official, params string[] names)
    {
        var wanted = official.Assembly.GetReferencedAssemblies().Where(reference => names.Contains(reference.Name)).ToList();

        wanted.Count.ShouldBe(names.Length);
        foreach (var reference in wanted)
        {
            var identity = Support.Select(assembly => assembly.GetName()).Single(found => found.Name == reference.Name);
            Token(identity).ShouldBe(Token(reference));
            identity.Version!.ShouldBeGreaterThanOrEqualTo(reference.Version!);
        }
    }

    private static string Token(AssemblyName name) => Convert.ToHexStringLower(name.GetPublicKeyToken()!);
}
