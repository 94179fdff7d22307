using IntegrationHub.Domain.Casework;

namespace IntegrationHub.Domain.Tests.Casework;

public class LeadRecordTests
{
    private static readonly DateOnly Day = new(2021, 12, 17);

    [Fact]
    public void IsOpenOn_StartAndEnd_AreFirstDayInAndLastDayOut()
    {
        LeadRecord lead = new() { LeadKind = LeadKinds.School, Start = Day, End = Day.AddDays(2) };
        new[] { -1, 0, 1, 2 }.Select(days => lead.IsOpenOn(Day.AddDays(days))).ShouldBe([false, true, true, false]);
        PlanRecord plan = new() { PlanKind = PlanKinds.Ehcp, Start = Day, End = Day.AddDays(2) };
        new[] { -1, 0, 1, 2 }.Select(days => plan.IsOpenOn(Day.AddDays(days))).ShouldBe([false, true, true, false]);
    }

    [Fact]
    public void IsOpenOn_StartedAndEndedTheSameDay_NeverWas()
    {
        new LeadRecord { LeadKind = LeadKinds.School, Start = Day, End = Day }.IsOpenOn(Day).ShouldBeFalse();
        new LeadRecord { LeadKind = LeadKinds.School }.IsOpenOn(Day).ShouldBeTrue();
    }

    [Theory]
    [InlineData("W1", null, null, LeadHolder.Person)]
    [InlineData(null, "Ada Okafor", null, LeadHolder.Person)]
    [InlineData("-1", "Ada Okafor", null, LeadHolder.Person)]
    [InlineData("W1", "UNKNOWN", null, LeadHolder.Person)]
    [InlineData("SSD_PH", null, "T1", LeadHolder.Placeholder)]
    [InlineData("", "#N/A", null, LeadHolder.Placeholder)]
    [InlineData("", " ", "T1", LeadHolder.Blank)]
    [InlineData("t1", null, "T1", LeadHolder.Team)]
    [InlineData("-1", null, "-1", LeadHolder.Placeholder)]
    public void Holder_OfWorkerNameAndTeam_IsWhatTheyDenote(string? worker, string? name, string? team, LeadHolder holder) =>
        Make.Lead(worker, name, team).Holder.ShouldBe(holder);

    [Fact]
    public void Holder_TeamEnteredAsWorker_IsATeam()
    {
        (Make.Lead("DUTY") with { WorkerIsTeam = true }).Holder.ShouldBe(LeadHolder.Team);
        (Make.Lead(team: "T1") with { WorkerIsTeam = true }).Holder.ShouldBe(LeadHolder.Team);
        (Make.Lead("SSD_PH", team: "T1") with { WorkerIsTeam = true }).Holder.ShouldBe(LeadHolder.Placeholder);
        (Make.Lead(name: "North Team") with { TeamName = "north team" }).Holder.ShouldBe(LeadHolder.Team);
        (Make.Lead("W1") with { Redacted = true }).Holder.ShouldBe(LeadHolder.Redacted);
    }
}
