using System.Reflection;
using IntegrationHub.Domain.Thresholds;

namespace IntegrationHub.Domain.Tests.Thresholds;

public class ThresholdCatalogueTests
{
    [Fact]
    public void All_HasEveryThresholdOnce()
    {
        IEnumerable<object?> declared = typeof(ThresholdCatalogue).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(x => x.PropertyType == typeof(ThresholdDefinition)).Select(x => x.GetValue(null));
        ThresholdCatalogue.All.ShouldBe(declared.Cast<ThresholdDefinition>(), ignoreOrder: true);
        ThresholdCatalogue.All.Select(x => x.Name).ShouldBeUnique();
        ThresholdCatalogue.All.ShouldAllBe(x => ThresholdCatalogue.Find(x.Name) == x);
    }

    [Fact]
    public void Settings_AreThoseOfTheRecord_WithDefaultsInTheirBounds()
    {
        ThresholdSetting.All.Select(x => x.Name).ShouldBe(
            typeof(ThresholdSettings).GetProperties().Where(x => x.PropertyType == typeof(int)).Select(x => x.Name), ignoreOrder: true);
        ThresholdSetting.All.ShouldAllBe(x => x.Default >= x.Least && x.Default <= x.Most && x.Source.Length > 0);
        ThresholdCatalogue.All.SelectMany(x => x.Settings).Distinct().ShouldBe(ThresholdSetting.All, ignoreOrder: true);
    }

    [Fact]
    public void Switches_TurnAThresholdOnAndOff()
    {
        ThresholdSettings settings = new() { Switches = new Dictionary<string, bool> { ["CONTACT_DAY_1"] = false, ["PENALTY_NOTICE_PORTSMOUTH_2023"] = true } };
        new ThresholdJudge(ThresholdSettings.Default).Thresholds.Except(new ThresholdJudge(settings).Thresholds).ShouldBe([ThresholdCatalogue.ContactDay1]);
        new ThresholdJudge(settings).Thresholds.Except(new ThresholdJudge(ThresholdSettings.Default).Thresholds)
            .ShouldBe([ThresholdCatalogue.PenaltyNoticePortsmouth2023]);
    }

    [Fact]
    public void Says_TellsTheSettingsInForce() =>
        ThresholdCatalogue.PartTimeTimetable.Says(new ThresholdSettings { PartTimeWeeks = 9 }).ShouldContain("more than 9 school weeks");
}
