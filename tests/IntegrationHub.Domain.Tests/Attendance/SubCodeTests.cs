using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.Domain.Tests.Attendance;

public class SubCodeTests
{
    [Fact]
    public void SubCodes_AreThoseOfTheSystems_EachUnderTheCodeItBeginsWith()
    {
        SubCode.All.Select(x => x.Value).ShouldBe(["I01", "I02", "X01", "X02", "X03", "X04", "X05", "X06", "X07", "X08", "X09"]);
        SubCode.All.ShouldAllBe(x => x.Code.Value == x.Value.Substring(0, 1) && x.Name.Length > 0);
    }

    [Theory]
    [InlineData("I01", AttendanceCategory.Authorised)]
    [InlineData(" i02 ", AttendanceCategory.Authorised)]
    [InlineData("X07", AttendanceCategory.NotPossible)]
    public void SubCode_CountsAsItsCode(string text, AttendanceCategory category) => SubCode.Find(text)!.Code.Category.ShouldBe(category);

    [Theory]
    [InlineData("I")]
    [InlineData("I0")]
    [InlineData("I03")]
    [InlineData("X10")]
    [InlineData("X 1")]
    [InlineData("")]
    public void OtherText_IsNoSubCode(string text) => SubCode.Find(text).ShouldBeNull();

    [Fact]
    public void SubCode_IsNoStatutoryCode() => SubCode.All.ShouldAllBe(x => !IsStatutory(x.Value));

    private static bool IsStatutory(string text) => AttendanceCode.TryParse(text, out _);
}
