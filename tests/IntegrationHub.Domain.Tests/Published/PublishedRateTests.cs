using IntegrationHub.Domain.Attendance;

namespace IntegrationHub.Domain.Tests.Published;

public class PublishedRateTests
{
    [Fact]
    public void Of_PortsmouthOnADay_IsThePublishedFigure() =>
        PublishedRate.AgreesTo15Digits(PublishedRate.Of(47_004, 50_158), "93.711870489254").ShouldBeTrue();

    [Theory]
    [InlineData(1, 6_420_254, "1.55757077523724e-05")]
    [InlineData(0, 7, "0")]
    [InlineData(7, 7, "100")]
    public void AgreesTo15Digits_SmallAndWholeFigures_AreReadAsWritten(long part, long whole, string published) =>
        PublishedRate.AgreesTo15Digits(PublishedRate.Of(part, whole), published).ShouldBeTrue();

    [Theory]
    [InlineData("93.711870489255")]
    [InlineData("93.71")]
    [InlineData("c")]
    [InlineData("")]
    public void AgreesTo15Digits_AnotherFigure_DoesNotAgree(string published) =>
        PublishedRate.AgreesTo15Digits(PublishedRate.Of(47_004, 50_158), published).ShouldBeFalse();

    [Fact]
    public void AgreesTo15Digits_BeyondTheFifteenth_Agrees()
    {
        PublishedRate.AgreesTo15Digits(12.3456789012345, 12.34567890123451).ShouldBeTrue();
        PublishedRate.AgreesTo15Digits(12.3456789012345, 12.3456789012346).ShouldBeFalse();
    }

    [Theory]
    [InlineData(24_374, 25_218, "96.653184233484")]
    [InlineData(24_374, 25_218, "96.65318423")]
    [InlineData(14, 25_218, "0.055515901")]
    [InlineData(9_350_357, 9_843_454, "94.99061")]
    [InlineData(2, 6_420_254, "3.11514E-05")]
    [InlineData(7, 7, "100")]
    public void IsWrittenAs_FifteenDigitsOrAsASpreadsheetShowsIt_Agrees(long part, long whole, string published) =>
        PublishedRate.IsWrittenAs(PublishedRate.Of(part, whole), published).ShouldBeTrue();

    [Theory]
    [InlineData(24_374, 25_218, "96.65318424")]
    [InlineData(24_374, 25_218, "96.6531842")]
    [InlineData(24_374, 25_218, "96.7")]
    [InlineData(14, 25_218, "0.05551590")]
    [InlineData(2, 6_420_254, "3.11515E-05")]
    [InlineData(2, 6_420_254, "0")]
    [InlineData(2, 6_420_254, "NA")]
    public void IsWrittenAs_AnotherNumberOrFewerDigits_DoesNotAgree(long part, long whole, string published) =>
        PublishedRate.IsWrittenAs(PublishedRate.Of(part, whole), published).ShouldBeFalse();
}
