using IntegrationHub.Domain.Casework;

namespace IntegrationHub.Domain.Tests.Casework;

public class SourceFitnessTests
{
    [Fact]
    public void Measure_PlaceholderInEveryWorker_IsConstantAndUnfilled()
    {
        FitnessReport report = Measure(Many(25, _ => "SSD_PH"));
        report.Defects.ShouldBe([FitnessDefect.ConstantWorker, FitnessDefect.NoWorkerFilled]);
        (report.Fit, report.FilledShare, report.ConstantShare).ShouldBe((false, 0, 100));
    }

    [Fact]
    public void Measure_WorkerOfEveryOpenRecordBlank_IsUnfit() =>
        Measure(Many(3, _ => "")).Defects.ShouldBe([FitnessDefect.NoWorkerFilled]);

    [Theory]
    [InlineData(20, 19, 2, true)]
    [InlineData(20, 18, 2, false)]
    [InlineData(19, 19, 2, false)]
    [InlineData(20, 20, 1, false)]
    [InlineData(100, 95, 2, true)]
    [InlineData(100, 94, 2, false)]
    public void Measure_OneWorkerInNearlyAllRecords_IsConstantFromNinetyFivePerCent(int records, int same, int teams, bool constant)
    {
        LeadRecord[] leads = [.. Enumerable.Range(0, records).Select(n => Make.Lead(n < same ? "SYSTEM" : $"W{n}", team: $"T{n % teams}"))];
        Measure(leads).Defects.Contains(FitnessDefect.ConstantWorker).ShouldBe(constant);
    }

    [Theory]
    [InlineData(1, 200, true)]
    [InlineData(60, 100, true)]
    [InlineData(61, 100, false)]
    [InlineData(100, 100, false)]
    public void Measure_SomeWorkersFilled_TakesBlanksForNotKnownUpToSixtyPerCent(int filled, int records, bool notKnown)
    {
        FitnessReport report = Measure(Many(records, n => n < filled ? $"W{n}" : null));
        (report.Fit, report.BlanksAreNotKnown, report.FilledShare).ShouldBe((true, notKnown, (double)filled / records * 100));
    }

    [Fact]
    public void Measure_EveryWorkerRedacted_IsFilledAndFit()
    {
        FitnessReport report = Measure([.. Enumerable.Range(0, 3).Select(n => Make.Lead(team: $"T{n}") with { Redacted = true })]);
        (report.Fit, report.FilledShare).ShouldBe((true, 100));
    }

    [Fact]
    public void Measure_NoOpenRecords_IsNeitherConstantNorUnfilled()
    {
        FitnessReport report = Measure([]);
        (report.Fit, report.FilledShare, report.BlanksAreNotKnown).ShouldBe((true, null, false));
    }

    [Theory]
    [InlineData(48, false)]
    [InlineData(49, true)]
    public void Measure_LoadOlderThanTwiceTheInterval_IsStale(int hours, bool stale)
    {
        SourceLoadMeasure load = new([], 0, 0, Make.Now.AddHours(-hours));
        FitnessReport report = SourceFitness.Measure(Make.Source(), load, Make.Now, FitnessSettings.Default);
        (report.IsOnlyStale, report.Fit).ShouldBe((stale, !stale));
    }

    [Fact]
    public void Measure_NeverLoaded_IsNotStale() =>
        SourceFitness.Measure(Make.Source(), new([], 0, 0, null), Make.Now, FitnessSettings.Default).Fit.ShouldBeTrue();

    [Theory]
    [InlineData(9, 20, true)]
    [InlineData(10, 20, false)]
    [InlineData(0, 19, false)]
    [InlineData(0, 0, false)]
    public void Measure_FewerThanHalfMatched_CannotSayWhomItDoesNotHold(int matched, int total, bool low)
    {
        FitnessReport report = SourceFitness.Measure(Make.Source(), new([], matched, total, Make.Now), Make.Now, FitnessSettings.Default);
        report.Defects.Contains(FitnessDefect.LowMatchRate).ShouldBe(low);
    }

    private static LeadRecord[] Many(int records, Func<int, string?> worker) =>
        [.. Enumerable.Range(0, records).Select(n => Make.Lead(worker(n), team: $"T{n % 3}"))];

    private static FitnessReport Measure(LeadRecord[] leads) =>
        SourceFitness.Measure(Make.Source(), new(leads, 1, 1, Make.Now), Make.Now, FitnessSettings.Default);
}
