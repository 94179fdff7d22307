using Xunit.Abstractions;

namespace IntegrationHub.Server.Tests.Feeds.Fuzz;

/// <summary>
/// Whatever bytes come: the hub answers with a receipt or a reason, stays up, disturbs nobody else's stream, and can read all that
/// it took. HUB_FAULT_SEED sends the one message of that seed.
/// </summary>
public sealed class FuzzedMessages(ITestOutputHelper output)
{
    private const int MessagesOfARound = 400;
    private const int MessagesOfALongRound = 1_000;
    private const int MessagesOfABlock = 500;
    private const int BlocksOfAHub = 10;
    private const int AtATime = 4;

    [Fact]
    public async Task Hub_MutatedMessages_AnswersEachAndStaysWell()
    {
        var round = FaultRounds.IsLong ? MessagesOfALongRound : MessagesOfARound;
        var messages = FaultRounds.Given is null ? FaultRounds.Count * round : 1;
        output.WriteLine($"HUB_FAULT_SEED={FaultRounds.Seed} and on, {messages} messages");
        var accepted = 0;
        foreach (var blocks in Enumerable.Range(FaultRounds.Seed, messages).Chunk(MessagesOfABlock).Chunk(BlocksOfAHub))
        {
            await using var hub = await FuzzHub.StartAsync();
            foreach (var block in blocks)
                accepted += await CheckAsync(hub, block);
        }
        output.WriteLine($"{accepted} were accepted");
        if (FaultRounds.Given is null)
            accepted.ShouldBeGreaterThan(messages / 20, "messages that are all refused prove little");
    }

    /// <summary>A block that fails is sent again, one message at a time, to find the one that does it.</summary>
    private async Task<int> CheckAsync(FuzzHub hub, int[] seeds)
    {
        try
        {
            var accepted = 0;
            await Parallel.ForEachAsync(
                seeds, new ParallelOptions { MaxDegreeOfParallelism = AtATime },
                async (seed, _) => Interlocked.Add(ref accepted, await hub.Raw.SendAsync(FuzzCase.Make(seed))));
            await hub.ShouldBeWellAsync();
            return accepted;
        }
        catch (Exception exception)
        {
            await FindAsync(seeds);
            throw new InvalidOperationException($"Only together do the seeds {seeds[0]} to {seeds[^1]} do it.", exception);
        }
    }

    private async Task FindAsync(int[] seeds)
    {
        await using var hub = await FuzzHub.StartAsync();
        foreach (var sent in seeds.Select(FuzzCase.Make))
        {
            try
            {
                await hub.Raw.SendAsync(sent);
                await hub.ShouldBeWellAsync();
            }
            catch
            {
                output.WriteLine(sent.ToString());
                throw;
            }
        }
    }
}
