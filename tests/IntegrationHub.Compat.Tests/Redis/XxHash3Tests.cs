using System.IO.Hashing;

namespace IntegrationHub.Compat.Tests.Redis;

public class XxHash3Tests
{
    private const long Seed = unchecked((long)0x9E3779B185EBCA8D);

    [Fact]
    public void Hash_OfNothing_IsThePublishedValue() => XxHash3.HashToUInt64([]).ShouldBe(0x2D06800538D394C2UL);

    [Fact]
    public void Hash_OfOneLetter_IsThePublishedValue() => XxHash3.HashToUInt64("a"u8).ShouldBe(0xE6C632B61E964E1FUL);

    /// <summary>Made with the reference implementation (libxxhash 0.8.1), around the edges of every length class.</summary>
    [Theory]
    [InlineData(0, 0x2D06800538D394C2, 0xA8A6B918B2F0364A)]
    [InlineData(1, 0x13E608BC156DEFED, 0x80F7689453D2C93B)]
    [InlineData(2, 0x1C9074B93943B86C, 0x87644209BC03CB86)]
    [InlineData(3, 0xA9088DDA485B481C, 0xE485FD80DE485EAA)]
    [InlineData(4, 0x6D9253B16C8B1ED3, 0xD209C7754AC5EE67)]
    [InlineData(6, 0xF9F1D99EF1EDD356, 0x7919C4122CE7891A)]
    [InlineData(8, 0x60539DB630471163, 0xB435EF6722665081)]
    [InlineData(9, 0xFEFF668361D723A8, 0x23A378D7C3E227CC)]
    [InlineData(12, 0x6829454BE0CC3199, 0x25048F6B57A72968)]
    [InlineData(16, 0xB8C859B0F030B585, 0xDCFB75A78FE12C78)]
    [InlineData(17, 0x714A04408E79B80F, 0x1128979E5D80596D)]
    [InlineData(31, 0xED41AC283D0674B3, 0x106FB9FB550E7981)]
    [InlineData(32, 0x19FF4EE1D6BA1A55, 0xC636EAC5DB344C36)]
    [InlineData(33, 0x3E44983AD21679C8, 0x087C786FBE53FC6E)]
    [InlineData(64, 0x287EB1FA9E4BE2C1, 0x93C5339A757B554B)]
    [InlineData(65, 0x829218DE4D798646, 0x61E974989BB2E813)]
    [InlineData(96, 0xF084E7CFBC624743, 0xC1BC705C635AD44D)]
    [InlineData(97, 0x1DAA83271A8E7B7C, 0x209D6C9BA9A99FC9)]
    [InlineData(128, 0x67425A03650261BF, 0xED404FD74D6C438E)]
    [InlineData(129, 0xC664BF3311C6ABC4, 0x889E1129276C3318)]
    [InlineData(130, 0xA620CBBC569EEEAB, 0x4720BC9A124F9F91)]
    [InlineData(144, 0x606A17FA700BB932, 0x377AF47BA98C5384)]
    [InlineData(200, 0x746CD0025327BF5B, 0x631DB66A3CA938BF)]
    [InlineData(239, 0x1D861931C1F3CAFA, 0xCD73F62A125CBF26)]
    [InlineData(240, 0x64556DC6B462A6CF, 0x1CAD2A746A09581D)]
    [InlineData(241, 0x8BEADD3A8874FE17, 0xC38E7360F12E549A)]
    [InlineData(255, 0xB67B6637A76E6C39, 0x646C37D90950935A)]
    [InlineData(256, 0x3C38817F6D79C0DA, 0x9ED1EF91F5CDA2F4)]
    [InlineData(257, 0x22B10312BF305D6C, 0x358B4A7BD568C0F6)]
    [InlineData(512, 0xBA0C90E5A730B770, 0x005D21FD2A1F1691)]
    [InlineData(513, 0x0C41DDE28987305E, 0x78DB355A4B68A575)]
    [InlineData(1023, 0xE578082440BD4159, 0xF3401BC9A6F8091B)]
    [InlineData(1024, 0x81F65811D7726199, 0x97B44DA8905F3A1E)]
    [InlineData(1025, 0x706FA6A17C0BC400, 0xAD7FB34F186D218D)]
    [InlineData(1088, 0x509AD46F07F2DA56, 0xC4AC3C4C44FF83F9)]
    [InlineData(2048, 0x22FCFA754B9A5189, 0x277288E2D3F81A18)]
    [InlineData(2049, 0x8D123753816AF3EA, 0xE295BD3CF2DF2B2E)]
    [InlineData(2243, 0xB8F4FB8BE2775C5D, 0x5F0F0A44954B3586)]
    [InlineData(4096, 0xA5244CD2B71B7ADC, 0x2DACAB8C7F8309AC)]
    [InlineData(65537, 0x049383803E307F6C, 0x83894BB0ACD21DB9)]
    public void Hash_OfPattern_IsTheReferenceValue(int length, ulong unseeded, ulong seeded)
    {
        XxHash3.HashToUInt64(Pattern(length)).ShouldBe(unseeded);
        XxHash3.HashToUInt64(Pattern(length), Seed).ShouldBe(seeded);
    }

    /// <summary>All lengths to 2099, seeded and not, folded into the one number that the reference gives.</summary>
    [Fact]
    public void Hash_OfEveryLength_FoldsToTheReferenceValue()
    {
        var fold = 0UL;
        for (var length = 0; length < 2100; length++)
        {
            fold = unchecked((fold * 31) + XxHash3.HashToUInt64(Pattern(length)));
            fold = unchecked((fold * 31) + XxHash3.HashToUInt64(Pattern(length), Seed));
        }

        fold.ShouldBe(0x2C681988E4B8097CUL);
    }

    [Fact]
    public void Hash_OfEveryLength_DependsOnEachEndAndTheSeed()
    {
        for (var length = 1; length <= 1100; length++)
        {
            var bytes = Pattern(length);
            var hash = XxHash3.HashToUInt64(bytes);

            XxHash3.HashToUInt64(bytes, 0).ShouldBe(hash);
            XxHash3.HashToUInt64(bytes, 1).ShouldNotBe(hash);
            bytes[^1] ^= 1;
            XxHash3.HashToUInt64(bytes).ShouldNotBe(hash);
            bytes[^1] ^= 1;
            bytes[0] ^= 128;
            XxHash3.HashToUInt64(bytes).ShouldNotBe(hash);
        }
    }

    private static byte[] Pattern(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)((i * 7) + (i / 256) + 3))];
}
