using IntegrationHub.Contracts.Thresholds.V1;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Server.Tests.Thresholds;

/// <summary>What an authority sets about thresholds.</summary>
public sealed class ThresholdSettingsTests
{
    [Fact]
    public async Task Settings_OfTheConfiguration_AreInForceAndTold()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Hub:Thresholds:PanelSessions"] = "12",
            ["Hub:Thresholds:Switches:PENALTY_NOTICE_PORTSMOUTH_2023"] = "true",
            ["Hub:Thresholds:Switches:CONTACT_DAY_1"] = "false",
        }).Build();
        await using var hub = await TestHub.StartAsync(options => configuration.GetSection("Hub").Bind(options));

        var thresholds = (await new ThresholdService.ThresholdServiceClient(hub.Channel).ListThresholdsAsync(new())).Thresholds.ToDictionary(x => x.Name);

        var panel = thresholds["SCHOOL_ATTENDANCE_PANEL"];
        panel.Rule.ShouldContain("12 sessions");
        (panel.Settings.Single().Value, panel.Settings.Single().DefaultValue).ShouldBe((12, 15));
        (thresholds["PENALTY_NOTICE_PORTSMOUTH_2023"].Enabled, thresholds["PENALTY_NOTICE_PORTSMOUTH_2023"].EnabledByDefault).ShouldBe((true, false));
        (thresholds["CONTACT_DAY_1"].Enabled, thresholds["CONTACT_DAY_3"].Enabled).ShouldBe((false, true));
        thresholds["CHILD_MISSING_EDUCATION"].MissingRecords.ShouldNotBeEmpty();
        thresholds.Values.ShouldAllBe(x => x.Source.Length > 0 && x.Rule.Length > 0);
    }

    [Theory]
    [InlineData("PenaltyNoticeWeeks", "0", "Hub:Thresholds:PenaltyNoticeWeeks must be 1 to 52.")]
    [InlineData("CoventryStage3BelowPercent", "91", "must not be above CoventryStage1AbovePercent")]
    [InlineData("Switches:NONSENSE", "true", "Switches names NONSENSE")]
    public async Task Setting_ThatCannotBe_StopsTheStart(string setting, string value, string says)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [$"Hub:Thresholds:{setting}"] = value }).Build();
        var error = await Should.ThrowAsync<OptionsValidationException>(() => TestHub.StartAsync(options => configuration.GetSection("Hub").Bind(options)));
        error.Message.ShouldContain(says);
    }
}
