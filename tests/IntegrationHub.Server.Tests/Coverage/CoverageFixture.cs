using IntegrationHub.Contracts.Coverage.V1;
using IntegrationHub.Contracts.Type.V1;
using IntegrationHub.Domain.Casework;
using IntegrationHub.Storage.Model;
using Flag = IntegrationHub.Contracts.Coverage.V1.Flag;
using FlagState = IntegrationHub.Contracts.Coverage.V1.FlagState;

namespace IntegrationHub.Server.Tests.Coverage;

/// <summary>A hub on the last day of autumn term 2021, one school, and sources that are loaded today unless said otherwise.</summary>
public abstract class CoverageFixture : IAsyncLifetime
{
    internal FixedClock Clock { get; } = new(new(2021, 12, 17, 18, 0, 0, TimeSpan.Zero));

    internal TestHub Hub { get; private set; } = null!;

    internal TestCity City { get; private set; } = null!;

    internal CoverageService.CoverageServiceClient Coverage { get; private set; } = null!;

    protected static DateOnly Today => TestCity.EndOfTerm;

    public async Task InitializeAsync()
    {
        Hub = await TestHub.StartAsync(clock: Clock);
        Coverage = new(Hub.Channel);
        City = new TestCity(Hub);
        City.AddSchool(TestCity.School);
        City.AddSchool(TestCity.OtherSchool, "Special");
    }

    public async Task DisposeAsync() => await Hub.DisposeAsync();

    internal void AddFreshSource(string sourceId = TestCity.SocialCare) => City.AddSource(sourceId, loaded: Today);

    /// <summary>A chronically absent child whom social care holds.</summary>
    internal SourcePersonRow AddHeldChild(out PupilRow pupil)
    {
        pupil = City.AddChronicallyAbsent();
        return City.AddRecord(TestCity.SocialCare, pupil);
    }

    internal CasePlanRow AddPlan(SourcePersonRow child, string kind = PlanKinds.ChildInNeed) =>
        City.AddPlan(child.SourceId, kind, null, null, child);

    internal async Task<ReconciliationRun> RunAsync(DateOnly? asOf = null)
    {
        await City.SaveAsync();
        return (await Coverage.RunReconciliationAsync(new() { AsOfDate = asOf is { } date ? Day(date) : null })).Run;
    }

    internal async Task<Contracts.Coverage.V1.Coverage> CoverageAsync()
    {
        await RunAsync();
        return (await Coverage.GetCoverageAsync(new())).Coverage;
    }

    internal async Task<List<Flag>> FlagsAsync(params FlagState[] states)
    {
        var request = new ListFlagsRequest();
        request.States.AddRange(states);
        return [.. (await Coverage.ListFlagsAsync(request)).Flags];
    }

    internal static Date Day(DateOnly date) => new() { Year = date.Year, Month = date.Month, Day = date.Day };
}
