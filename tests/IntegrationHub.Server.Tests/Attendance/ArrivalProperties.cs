using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Contracts.Attendance.V1;
using IntegrationHub.Contracts.Operations.V1;
using IntegrationHub.Contracts.Roll.V1;
using IntegrationHub.Server.Tests.Rebuild;
using static IntegrationHub.Server.Tests.Roll.RollBuilder;

namespace IntegrationHub.Server.Tests.Attendance;

/// <summary>
/// However the registers of a year are cut up, in whatever order they come, and whenever the rolls come: the record is what a plain list
/// of the marks says. HUB_FAULT_ROUNDS sets how many years.
/// </summary>
public sealed class ArrivalProperties
{
    private static readonly int Years = int.Parse(Environment.GetEnvironmentVariable("HUB_FAULT_ROUNDS") ?? "5", CultureInfo.InvariantCulture);

    [Fact]
    public void Record_InAnyOrderOfArrivalAndAnyBatching_IsThatOfThePlainList()
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(Years).WithReplay(20_240_229, 851).WithStartSize(1).WithEndSize(1_000_000);
        var seeds = ArbMap.Default.GeneratorFor<int>().ToArbitrary();
        Check.One(config, Prop.ForAll(seeds, seed => CheckAsync(seed).GetAwaiter().GetResult()));
    }

    private static async Task CheckAsync(int seed)
    {
        var year = new PlainYear(new Random(seed));
        var one = await LiveAsync(year, new Random(seed + 1), $"seed {seed}, first order");
        var other = await LiveAsync(year, new Random(seed + 2), $"seed {seed}, second order");
        other.ShouldBe(one, $"seed {seed}");
    }

    /// <returns>All that the hub says at the end.</returns>
    private static async Task<List<string>> LiveAsync(PlainYear year, Random order, string when)
    {
        await using var hub = await TestHub.StartAsync(clock: new FixedClock(new(2024, 9, 1, 8, 0, 0, TimeSpan.Zero)));
        var sender = new TownSender(hub);
        await sender.SchoolsAsync(
            new School { Urn = $"{NorthUrn}", Laestab = $"{North}", DisplayName = "North" }, new School { Urn = $"{SouthUrn}", Laestab = $"{South}", DisplayName = "South" });
        var registers = year.Registers(order);
        var (first, second) = (order.Next(registers.Count), order.Next(registers.Count));
        for (var i = 0; i < registers.Count; i++)
        {
            if (i == Math.Min(first, second))
                await RollsAsync(sender, year.RollsWithoutUpns());
            if (i == Math.Max(first, second))
                await RollsAsync(sender, year.Rolls().OrderBy(_ => order.Next()));
            if (order.Next(12) == 0)
                await sender.FoldAsync();
            await sender.RegisterAsync(registers[i]);
        }
        return await AnswersAsync(hub, year, when);
    }

    private static async Task RollsAsync(TownSender sender, IEnumerable<(int Urn, RollRecord Record)> records)
    {
        foreach (var (urn, record) in records)
            await sender.RollChangeAsync(urn, record);
    }

    private static async Task<List<string>> AnswersAsync(TestHub hub, PlainYear year, string when)
    {
        var client = new AttendanceService.AttendanceServiceClient(hub.Channel);
        var answers = new List<string>();
        for (var child = 1; child <= PlainYear.Children; child++)
        {
            var answer = await client.GetPupilAttendanceAsync(new() { Upn = Upn(child), Window = year.Window, IncludeSessions = true });
            answer.Sessions
                .Select(x => (new DateOnly(x.SessionDate.Year, x.SessionDate.Month, x.SessionDate.Day), (int)x.Session, x.SchoolLaestab, x.Code))
                .ShouldBe(year.Marks(child), $"{when}, child {child}");
            (answer.Measures.PossibleSessions, answer.Measures.AttendedSessions).ShouldBe(year.Count(child), $"{when}, child {child}");
            // Which child was met first, and where the journal stands, are the order's.
            (answer.PupilId, answer.Freshness) = (0, null);
            answers.Add(answer.ToString());
        }
        var summary = await client.SummariseAttendanceAsync(new() { Window = year.Window, Grouping = SummaryGrouping.School });
        answers.AddRange(summary.Rows.Select(x => x.ToString()));
        return answers;
    }
}
