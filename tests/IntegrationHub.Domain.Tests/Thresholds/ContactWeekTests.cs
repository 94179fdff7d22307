using IntegrationHub.Domain.Thresholds;
using static IntegrationHub.Domain.Tests.Thresholds.ChildStory;

namespace IntegrationHub.Domain.Tests.Thresholds;

/// <summary>Portsmouth's timescales of weeks.</summary>
public class ContactWeekTests
{
    [Theory]
    [InlineData("O", "O", ThresholdStatus.Met)]
    [InlineData("O", "/", ThresholdStatus.NotMet)]
    public void ThreeWeeks_BelowNinetyPerCentWithFurtherUnauthorisedAbsence_IsMet(string am, string pm, ThresholdStatus status)
    {
        // Thirty sessions of three weeks; three missed are exactly 90 %.
        ChildStory child = new ChildStory().Days(Day(2024, 1, 15), Day(2024, 2, 2), "/", "\\").On(Day(2024, 1, 16), "O", "O").On(Day(2024, 1, 30), am, pm);
        child.Judge(ThresholdCatalogue.ContactWeek3, Day(2024, 2, 2)).Status.ShouldBe(status);
    }

    [Fact]
    public void ThreeWeeks_AllOfItInOneWeek_IsNotFurther()
    {
        ChildStory child = new ChildStory().Days(Day(2024, 1, 15), Day(2024, 2, 2), "/", "\\").DaysFrom(Day(2024, 1, 22), 4, "O", "O");
        child.Judge(ThresholdCatalogue.ContactWeek3, Day(2024, 2, 2)).Status.ShouldBe(ThresholdStatus.NotMet);
        child.On(Day(2024, 1, 29), "O", "\\").Judge(ThresholdCatalogue.ContactWeek3, Day(2024, 2, 2)).FirstMetDate.ShouldBe(Day(2024, 1, 29));
    }

    [Fact]
    public void ThreeWeeks_ContinuouslyAbsent_IsMetSooner()
    {
        // The first ten days of term are too few sessions for a rate of three weeks until the last of them; the run counts by itself.
        ChildStory child = new() { Settings = new ThresholdSettings { LeastPossibleSessions = 30 } };
        child.DaysFrom(Day(2023, 9, 4), 9, "I", "I").On(Day(2023, 9, 15), "I", "O");
        ThresholdResult met = child.Judge(ThresholdCatalogue.ContactWeek3, Day(2023, 9, 15));
        (met.Status, met.FirstMetDate).ShouldBe((ThresholdStatus.Met, Day(2023, 9, 15)));
        child.On(Day(2023, 9, 15), "I", "I").Judge(ThresholdCatalogue.ContactWeek3, Day(2023, 9, 15)).Status.ShouldBe(ThresholdStatus.TooFewSessions);
    }

    [Fact]
    public void SixWeeks_TenPerCentAbsent_IsMet_AndLeavesTheWindowWithTheAbsence()
    {
        // Sixty sessions of six weeks, six missed in the first.
        ChildStory child = new ChildStory().Days(Day(2023, 9, 4), Day(2023, 12, 20), "/", "\\").DaysFrom(Day(2023, 9, 4), 3, "I", "I");
        child.Judge(ThresholdCatalogue.ContactWeek6, Day(2023, 10, 15)).Status.ShouldBe(ThresholdStatus.Met);
        child.Judge(ThresholdCatalogue.ContactWeek6, Day(2023, 10, 16)).Status.ShouldBe(ThresholdStatus.NotMet);
    }

    [Fact]
    public void TwelveWeeks_NeedsTheLastSixToo()
    {
        ChildStory before = new ChildStory().Days(Day(2023, 9, 4), Day(2023, 12, 1), "/", "\\").DaysFrom(Day(2023, 9, 4), 10, "I", "I");
        before.Judge(ThresholdCatalogue.ContactWeek12, Day(2023, 12, 1)).Status.ShouldBe(ThresholdStatus.NotMet);
        ChildStory still = before.DaysFrom(Day(2023, 11, 27), 3, "I", "I");
        ThresholdResult met = still.Judge(ThresholdCatalogue.ContactWeek12, Day(2023, 12, 1));
        (met.Status, met.Counted, met.WindowStart).ShouldBe((ThresholdStatus.Met, 26, Day(2023, 9, 4)));
    }
}
