using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Server.Attendance;
using IntegrationHub.Server.Attendance.Summaries;
using IntegrationHub.Server.Security;
using Basis = IntegrationHub.Contracts.Attendance.V1.SummaryBasis;
using Grouping = IntegrationHub.Contracts.Attendance.V1.SummaryGrouping;

namespace IntegrationHub.Server.Tests.Attendance.Summaries;

/// <summary>Whatever the town: every grouping on every basis says what a plain loop over its list of marks says.</summary>
public sealed class SummaryProperties : IAsyncLifetime
{
    private const int Towns = 60;

    private static readonly (DateOnly From, DateOnly To)[] Windows =
    [
        (new(2021, 8, 1), RandomTown.Today), (new(2021, 9, 6), new(2022, 5, 30)), (new(2021, 7, 20), new(2022, 6, 2)), (new(2021, 10, 25), new(2021, 11, 1)),
    ];

    private readonly HashSet<string> _seen = [];
    private TestHub _hub = null!;
    private int _towns;

    public async Task InitializeAsync() => _hub = await TestHub.StartAsync(clock: new FixedClock(new(2022, 7, 20, 16, 0, 0, TimeSpan.Zero)));

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public void Summary_AnyTown_SaysWhatAListOfItsMarksSays()
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(Towns).WithReplay(20_220_720, 851).WithStartSize(1).WithEndSize(1_000_000);
        Check.One(config, Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => CheckAsync(seed).GetAwaiter().GetResult()));
        foreach (var group in (string[])["NOT_KNOWN", "YES", "NO", "OUTSIDE_TERMS", "Autumn, second half", "2022-05-30", "850"])
            _seen.ShouldContain(group, "towns in which something never happens prove nothing of it");
    }

    private async Task CheckAsync(int seed)
    {
        // An authority of its own for each town, all in one file: none may see another's.
        var town = new RandomTown(_hub, seed, $"town-{_towns++}");
        await town.SaveAsync();
        var (from, to) = Windows[(seed & int.MaxValue) % Windows.Length];
        foreach (var basis in Enum.GetValues<Basis>())
        {
            var plain = new PlainSummary(town, from, to, basis);
            // A third of the groupings for each town, so that all meet many towns in the time of some.
            foreach (var first in Enum.GetValues<Grouping>().Where(x => ((int)x + _towns) % 3 == 0))
            {
                var second = Second(seed, first);
                var answer = await AskAsync(town, basis, first, second, from, to);
                PlainSummary.InWords(answer).ShouldBe(plain.Read(first, second), $"{basis} by {first} and {second}, {from:O} to {to:O}");
                _seen.UnionWith(answer.Rows.Select(x => x.Group));
            }
        }
    }

    // Another grouping for each town; none where the two would not go together.
    private static Grouping Second(int seed, Grouping first)
    {
        var second = (Grouping)((seed & int.MaxValue) / 7 % 15);
        return first == 0 || first == second || (first >= Grouping.Week && second >= Grouping.Week) ? Grouping.Unspecified : second;
    }

    private async Task<SummariseAttendanceResponse> AskAsync(RandomTown town, Basis basis, Grouping first, Grouping second, DateOnly from, DateOnly to)
    {
        var request = new SummariseAttendanceRequest
        {
            Window = new() { StartDate = from.ToDate(), EndDate = to.ToDate() },
            Basis = basis,
            Grouping = first,
            SecondGrouping = second,
        };
        var caller = new Caller(town.Authority, "test");
        return (await _hub.Service<AttendanceQueries>().SummariseAsync(caller, RequestedSummary.Read(request, RandomTown.Today), null, default)).ToMessage();
    }
}
