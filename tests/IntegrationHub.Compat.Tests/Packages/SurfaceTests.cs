using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using StackExchange.Redis;

namespace IntegrationHub.Compat.Tests.Packages;

/// <summary>The official assemblies find everything that they were compiled against.</summary>
public class SurfaceTests
{
    // Stands for the type parameters of whatever generic code a reference is made from.
    private static readonly Type[] AnyTypes = [.. Enumerable.Repeat(typeof(object), 8)];

    public static TheoryData<Type> Official { get; } =
        [typeof(GrpcChannel), typeof(GrpcEndpointRouteBuilderExtensions), typeof(ConnectionMultiplexer)];

    [Theory]
    [MemberData(nameof(Official))]
    public void EveryReferencedType_IsThere(Type official)
    {
        using var image = new PEReader(File.OpenRead(official.Assembly.Location));
        var references = new SupportReferences(image.GetMetadataReader());

        var missing = references.Types.Where(type => !Resolves(() => official.Module.ResolveType(type.Token)));

        references.Types.Count().ShouldBeGreaterThan(20);
        missing.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Official))]
    public void EveryReferencedMember_IsThere(Type official)
    {
        using var image = new PEReader(File.OpenRead(official.Assembly.Location));
        var references = new SupportReferences(image.GetMetadataReader());

        var missing = references.Members.Where(member => !Resolves(() => official.Module.ResolveMember(member.Token, AnyTypes, AnyTypes)));

        references.Members.Count().ShouldBeGreaterThan(60);
        missing.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Official))]
    public void EveryType_Loads(Type official) => official.Assembly.GetTypes().ShouldNotBeEmpty();

    private static bool Resolves(Func<MemberInfo?> resolve)
    {
        try
        {
            return resolve() is not null;
        }
        catch (Exception exception) when (exception is TypeLoadException or MissingMemberException or FileNotFoundException)
        {
            return false;
        }
    }
}
