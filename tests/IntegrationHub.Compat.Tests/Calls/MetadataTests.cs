using Grpc.Core;

namespace IntegrationHub.Compat.Tests.Calls;

public class MetadataTests
{
    [Fact]
    public void Key_InMixedCase_IsKeptInLowerCase()
    {
        var metadata = new Metadata { { "X-Request-ID", "17" } };

        metadata[0].Key.ShouldBe("x-request-id");
        metadata.GetValue("x-request-id").ShouldBe("17");
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("colon:")]
    [InlineData("tick'")]
    [InlineData("école")]
    [InlineData("line\n")]
    [InlineData("\u212Aelvin")]
    public void Key_WithOtherCharacters_IsRefused(string key) =>
        Should.Throw<ArgumentException>(() => new Metadata.Entry(key, "value"));

    [Theory]
    [InlineData("a")]
    [InlineData("grpc-timeout")]
    [InlineData("0.9_beta-x")]
    public void Key_OfLettersDigitsHyphensDotsUnderscores_IsTaken(string key) =>
        new Metadata.Entry(key, "value").Key.ShouldBe(key);

    [Fact]
    public void BinaryKey_WithText_IsRefused() =>
        Should.Throw<ArgumentException>(() => new Metadata.Entry("details-bin", "text"));

    [Fact]
    public void TextKey_WithBytes_IsRefused() =>
        Should.Throw<ArgumentException>(() => new Metadata.Entry("details", [1, 2]));

    [Fact]
    public void Entry_WithoutKeyOrValue_IsRefused()
    {
        Should.Throw<ArgumentNullException>(() => new Metadata.Entry(null!, "value"));
        Should.Throw<ArgumentNullException>(() => new Metadata.Entry("key", (string)null!));
        Should.Throw<ArgumentNullException>(() => new Metadata.Entry("key-bin", (byte[])null!));
    }

    [Fact]
    public void BinarySuffix_InUpperCase_IsBinaryToo() =>
        new Metadata.Entry("Details-BIN", [1, 2]).IsBinary.ShouldBeTrue();

    [Fact]
    public void BinaryValue_HasBytesButNoText()
    {
        var entry = new Metadata.Entry("details-bin", [1, 2, 255]);

        entry.IsBinary.ShouldBeTrue();
        entry.ValueBytes.ShouldBe([1, 2, 255]);
        Should.Throw<InvalidOperationException>(() => entry.Value);
    }

    [Fact]
    public void TextValue_HasAsciiBytes()
    {
        var entry = new Metadata.Entry("details", "abc");

        entry.IsBinary.ShouldBeFalse();
        entry.ValueBytes.ShouldBe("abc"u8.ToArray());
    }

    [Fact]
    public void BinaryValue_ChangedOutside_StaysAsItWas()
    {
        byte[] bytes = [1, 2];
        var entry = new Metadata.Entry("details-bin", bytes);

        bytes[0] = 9;
        entry.ValueBytes[1] = 9;

        entry.ValueBytes.ShouldBe([1, 2]);
    }

    [Fact]
    public void Get_WithRepeatedKey_GivesTheLast()
    {
        var metadata = new Metadata { { "tag", "first" }, { "other", "x" }, { "tag", "last" }, { "hash-bin", [7] } };

        metadata.Get("tag")!.Value.ShouldBe("last");
        metadata.GetValue("tag").ShouldBe("last");
        metadata.GetValueBytes("hash-bin").ShouldBe([7]);
        metadata.GetAll("tag").Select(entry => entry.Value).ShouldBe(["first", "last"]);
    }

    [Fact]
    public void Get_WithUnknownKey_GivesNull()
    {
        var metadata = new Metadata();

        metadata.Get("tag").ShouldBeNull();
        metadata.GetValue("tag").ShouldBeNull();
        metadata.GetValueBytes("tag-bin").ShouldBeNull();
        metadata.GetAll("tag").ShouldBeEmpty();
    }

    [Fact]
    public void List_InsertsRemovesAndFinds()
    {
        var (a, b, c) = (new Metadata.Entry("a", "1"), new Metadata.Entry("b", "2"), new Metadata.Entry("c", "3"));
        var metadata = new Metadata { a, c };

        metadata.Insert(1, b);
        metadata.ShouldBe([a, b, c]);
        metadata.IndexOf(c).ShouldBe(2);
        metadata.Contains(b).ShouldBeTrue();
        metadata.Remove(a).ShouldBeTrue();
        metadata.RemoveAt(0);
        metadata[0] = a;
        metadata.ShouldBe([a]);

        var copy = new Metadata.Entry[1];
        metadata.CopyTo(copy, 0);
        copy.ShouldBe([a]);
        metadata.Clear();
        metadata.Count.ShouldBe(0);
    }

    [Fact]
    public void Empty_CannotBeChanged()
    {
        Metadata.Empty.IsReadOnly.ShouldBeTrue();
        new Metadata().IsReadOnly.ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => Metadata.Empty.Add("key", "value"));
        Should.Throw<InvalidOperationException>(() => Metadata.Empty.Insert(0, new Metadata.Entry("key", "value")));
        Should.Throw<InvalidOperationException>(Metadata.Empty.Clear);
        Metadata.Empty.ShouldBeEmpty();
    }
}
