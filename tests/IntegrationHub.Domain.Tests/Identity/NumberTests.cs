using IntegrationHub.Domain.Identity;

namespace IntegrationHub.Domain.Tests.Identity;

public class NumberTests
{
    [Theory]
    [InlineData("9434765870", true)]
    [InlineData("943 476 5919", true)]
    [InlineData("4505577104", true)]
    [InlineData("4505577105", false)]
    [InlineData("0000000000", false)]
    [InlineData("450557710", false)]
    [InlineData("45O5577104", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void NhsNumber_Text_IsReadWithItsCheckDigit(string? text, bool valid) => NhsNumber.TryParse(text, out _).ShouldBe(valid);

    [Fact]
    public void NhsNumber_CheckDigitTen_IsNoNumber()
    {
        // 100 000 001: the sum is 12, the remainder 1, the check digit would be ten.
        Enumerable.Range(0, 10).ShouldAllBe(last => !Parses($"100000001{last}"));
    }

    [Fact]
    public void NhsNumber_Test_IsKnownForOne()
    {
        NhsNumber.Parse("9990000018").IsTestNumber.ShouldBeTrue();
        NhsNumber.Parse("9434765870").IsTestNumber.ShouldBeFalse();
        NhsNumber.Parse("943 476 5870").ToString().ShouldBe("9434765870");
    }

    [Theory]
    [InlineData("1000000043", true)]
    [InlineData("1000000035", true)]
    [InlineData("1000000044", false)]
    [InlineData("9999999999", false)]
    [InlineData("0000000000", false)]
    [InlineData("100000004", false)]
    public void Uln_Text_IsReadWithItsCheckDigit(string text, bool valid) => Uln.TryParse(text, out _).ShouldBe(valid);

    [Theory]
    [InlineData("8511234")]
    [InlineData("851/1234")]
    [InlineData(" 851-1234 ")]
    public void Laestab_EveryWayOfWriting_IsOneSchool(string text)
    {
        Laestab school = Laestab.Parse(text);
        (school.Value, school.La, school.Establishment, school.ToString()).ShouldBe((8511234, 851, 1234, "8511234"));
        school.ShouldBe(new Laestab(851, 1234));
        school.Authority.ShouldBe(AuthorityCode.Parse("851"));
    }

    [Theory]
    [InlineData("851 1234")]
    [InlineData("851123")]
    [InlineData("0511234")]
    [InlineData("85112345")]
    [InlineData("851/ 123")]
    [InlineData("851/123")]
    [InlineData("+511234")]
    [InlineData(null)]
    public void Laestab_AnythingElse_IsRefused(string? text) => Laestab.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("116517", true)]
    [InlineData("016517", false)]
    [InlineData("11651", false)]
    [InlineData("1165170", false)]
    [InlineData("URN116", false)]
    public void Urn_SixDigits_AreRead(string text, bool valid) => Urn.TryParse(text, out _).ShouldBe(valid);

    [Theory]
    [InlineData("851", true)]
    [InlineData("943", true)]
    [InlineData("085", false)]
    [InlineData("85", false)]
    [InlineData("E06000044", false)]
    public void AuthorityCode_ThreeDigits_AreRead(string text, bool valid) => AuthorityCode.TryParse(text, out _).ShouldBe(valid);

    [Fact]
    public void Numbers_OutOfRange_CannotBeMade()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new Laestab(999_999));
        Should.Throw<ArgumentOutOfRangeException>(() => new Laestab(851, 10_000));
        Should.Throw<ArgumentOutOfRangeException>(() => new Urn(1_000_000));
        Should.Throw<ArgumentOutOfRangeException>(() => new AuthorityCode(99));
        Should.Throw<FormatException>(() => Laestab.Parse("none"));
    }

    [Fact]
    public void NhsNumber_AnyTenDigits_HaveTheSumOfTheRule() => Holds.ForAll<(uint, byte)>(drawn =>
    {
        string digits = $"{drawn.Item1 % 1_000_000_000:000000000}{drawn.Item2 % 10}";
        int sum = Enumerable.Range(0, 10).Sum(index => (digits[index] - '0') * (10 - index));
        return Parses(digits) == (sum % 11 == 0 && digits.Any(digit => digit != '0'));
    });

    private static bool Parses(string text) => NhsNumber.TryParse(text, out _);
}
