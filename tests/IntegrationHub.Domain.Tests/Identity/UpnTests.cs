using IntegrationHub.Domain.Identity;

namespace IntegrationHub.Domain.Tests.Identity;

public class UpnTests
{
    private static readonly string Alphabet = "ABCDEFGHJKLMNPQRTUVWXYZ";

    [Theory]
    [InlineData("B801200005001")]
    [InlineData("A123456789012")]
    [InlineData("H243278544154")]
    [InlineData("A950000178301")]
    [InlineData("A203102209083")]
    [InlineData("A203202811068")]
    [InlineData("X817558133462")]
    [InlineData("X845212818005")]
    [InlineData("P207000016049")]
    [InlineData("R851123424001")]
    [InlineData("Q85112342401A")]
    [InlineData("P884123424001")]
    [InlineData("Z331123424001")]
    [InlineData("Y886123424001")]
    public void Examine_PublishedNumber_IsValid(string text)
    {
        Upn.Examine(text, out Upn upn).ShouldBe(UpnDefect.None);
        (upn.Value, upn.HasValidCheckLetter).ShouldBe((text, true));
    }

    [Theory]
    [InlineData("A801200005001", 'B')]
    [InlineData("R247962919251", 'Q')]
    [InlineData("X428558133462", 'W')]
    [InlineData("A01234567890C", 'L')]
    [InlineData("B123456789012", 'A')]
    [InlineData("Q207000016049", 'P')]
    public void Examine_WrongCheckLetter_IsTold(string text, char letter)
    {
        Upn.Examine(text, out Upn upn).ShouldBe(UpnDefect.WrongCheckLetter);
        upn.HasValidCheckLetter.ShouldBeFalse();
        Upn.CheckLetterOf(text.AsSpan(1)).ShouldBe(letter);
    }

    [Theory]
    [InlineData(null, UpnDefect.Missing)]
    [InlineData("  ", UpnDefect.Missing)]
    [InlineData("UN1", UpnDefect.Placeholder)]
    [InlineData("un7", UpnDefect.Placeholder)]
    [InlineData("UN8", UpnDefect.Malformed)]
    [InlineData("I801200005001", UpnDefect.Malformed)]
    [InlineData("B80120000500O", UpnDefect.Malformed)]
    [InlineData("B80120000500", UpnDefect.Malformed)]
    [InlineData("B8012000050011", UpnDefect.Malformed)]
    [InlineData("B8012000A5001", UpnDefect.Malformed)]
    [InlineData("B80120000500\u0661", UpnDefect.Malformed)]
    [InlineData("5b2b5d5a-7a0e", UpnDefect.Malformed)]
    public void TryParse_NoUpn_IsRefused(string? text, UpnDefect defect)
    {
        Upn.Examine(text, out _).ShouldBe(defect);
        Upn.TryParse(text, out _).ShouldBeFalse();
    }

    [Fact]
    public void TryParse_LowerCaseAndSpace_IsNormalised()
    {
        Upn.TryParse(" r851123424001 ", out Upn upn).ShouldBeTrue();
        upn.ToString().ShouldBe("R851123424001");
    }

    [Fact]
    public void IsTemporary_LastCharacterALetter_IsTemporary()
    {
        Upn.Parse("Q85112342401A").IsTemporary.ShouldBeTrue();
        Upn.Parse("R851123424001").IsTemporary.ShouldBeFalse();
        default(Upn).IsTemporary.ShouldBeFalse();
        default(Upn).HasValidCheckLetter.ShouldBeFalse();
    }

    [Fact]
    public void Create_PartsOfAUpn_GiveTheWholeWithItsLetter()
    {
        Upn.Create(851, 1234, 24, 1).Value.ShouldBe("R851123424001");
        Upn.CreateTemporary(851, 1234, 24, 1, 'A').Value.ShouldBe("Q85112342401A");
        Should.Throw<ArgumentException>(() => Upn.Create(851, 12345, 24, 1));
        Should.Throw<ArgumentException>(() => Upn.CreateTemporary(851, 1234, 24, 1, 'S'));
    }

    [Fact]
    public void Create_AnyParts_CarryTheLetterOfTheFormula() => Holds.ForAll<(ushort, ushort, byte, ushort)>(drawn =>
    {
        string value = Upn.Create(drawn.Item1 % 1000, drawn.Item2 % 10_000, drawn.Item3 % 100, drawn.Item4 % 1000).Value;
        int sum = Enumerable.Range(2, 12).Sum(position => (value[position - 1] - '0') * position);
        return value[0] == Alphabet[sum % 23] && Upn.Examine(value, out _) == UpnDefect.None;
    });

    [Fact]
    public void Examine_OneDigitMistyped_IsAlwaysFound() => Holds.ForAll<(ushort, ushort, byte, byte)>(drawn =>
    {
        char[] typed = Upn.Create(851, drawn.Item1 % 10_000, 21, drawn.Item2 % 1000).Value.ToCharArray();
        int position = 1 + (drawn.Item3 % 12);
        typed[position] = (char)('0' + ((typed[position] - '0' + 1 + (drawn.Item4 % 9)) % 10));
        return Upn.Examine(new string(typed), out _) == UpnDefect.WrongCheckLetter;
    });
}
