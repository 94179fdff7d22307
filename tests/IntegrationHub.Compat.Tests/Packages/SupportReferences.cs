using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace IntegrationHub.Compat.Tests.Packages;

/// <summary>What an assembly refers to in the four support assemblies, by name and metadata token.</summary>
internal sealed class SupportReferences(MetadataReader reader)
{
    private static readonly string[] Support = ["Grpc.Core.Api", "Grpc.Net.Common", "Pipelines.Sockets.Unofficial", "System.IO.Hashing"];

    public IEnumerable<(string Name, int Token)> Types => reader.TypeReferences
        .Where(IsInSupport)
        .Select(type => (Name(type), MetadataTokens.GetToken(type)));

    public IEnumerable<(string Name, int Token)> Members =>
        from handle in reader.MemberReferences
        let member = reader.GetMemberReference(handle)
        let type = DeclaringType(member.Parent)
        where type is { } known && IsInSupport(known)
        select ($"{Name(type.Value)}.{reader.GetString(member.Name)}", MetadataTokens.GetToken(handle));

    private string Name(TypeReferenceHandle type) => reader.GetString(reader.GetTypeReference(type).Name);

    private TypeReferenceHandle? DeclaringType(EntityHandle parent) => parent.Kind switch
    {
        HandleKind.TypeReference => (TypeReferenceHandle)parent,
        HandleKind.TypeSpecification => GenericDefinition((TypeSpecificationHandle)parent),
        _ => null,
    };

    private TypeReferenceHandle? GenericDefinition(TypeSpecificationHandle constructed)
    {
        var signature = reader.GetBlobReader(reader.GetTypeSpecification(constructed).Signature);
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance) return null;

        signature.ReadCompressedInteger(); // class or value type
        var definition = signature.ReadTypeHandle();
        return definition.Kind == HandleKind.TypeReference ? (TypeReferenceHandle)definition : null;
    }

    private bool IsInSupport(TypeReferenceHandle type)
    {
        var scope = reader.GetTypeReference(type).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => IsInSupport((TypeReferenceHandle)scope),
            HandleKind.AssemblyReference =>
                Support.Contains(reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name)),
            _ => false,
        };
    }
}
