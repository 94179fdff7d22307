using Grpc.Core;

namespace IntegrationHub.Compat.Tests.Server;

public class AuthContextTests
{
    private static readonly AuthProperty Name = AuthProperty.Create("x509_common_name", "mis.example"u8.ToArray());

    [Fact]
    public void Context_WithIdentityProperty_IsAuthenticated()
    {
        var context = new AuthContext("x509_common_name", new() { ["x509_common_name"] = [Name], ["other"] = [] });

        context.IsPeerAuthenticated.ShouldBeTrue();
        context.PeerIdentityPropertyName.ShouldBe("x509_common_name");
        context.PeerIdentity.ShouldBe([Name]);
        context.Properties.ShouldBe([Name]);
        context.FindPropertiesByName("missing").ShouldBeEmpty();
    }

    [Fact]
    public void Context_WithoutIdentityProperty_IsAnonymous()
    {
        var context = new AuthContext(null, new() { ["x509_common_name"] = [Name] });

        context.IsPeerAuthenticated.ShouldBeFalse();
        context.PeerIdentity.ShouldBeEmpty();
        context.Properties.ShouldBe([Name]);
    }

    [Fact]
    public void Property_KeepsItsBytes()
    {
        byte[] bytes = [.. "abc"u8];
        var property = AuthProperty.Create("name", bytes);

        bytes[0] = 0;
        property.ValueBytes[1] = 0;

        property.ValueBytes.ShouldBe("abc"u8.ToArray());
        property.Value.ShouldBe("abc");
    }
}
