using System.Globalization;
using Grpc.Net.Client;
using IntegrationHub.Contracts.Registers.V1;

namespace IntegrationHub.Client.Tests.Spooling;

/// <summary>
/// A sender as a process of its own, to be killed: <c>spool folder address</c> sends registers without end, from where the spool stands, and says each
/// number once SendAsync has returned for it.
/// </summary>
internal static class SpoolingProcess
{
    public static async Task Main(string[] args)
    {
        using GrpcChannel channel = GrpcChannel.ForAddress(args[2]);
        FeedOptions options = new TestFeed().Options with { SpoolFolder = args[1], SpoolLimit = 64 << 10, GiveUpAfter = null };
        await using FeedWriter<RegisterSubmission> writer = await new HubClient(channel).OpenRegisterFeedAsync(options);
        using StreamWriter output = new(Console.OpenStandardOutput()) { AutoFlush = true };
        for (int number = (int)writer.Watermark + 1; ; number++)
        {
            await writer.SendAsync(TestFeed.Register(number));
            await output.WriteLineAsync(number.ToString(CultureInfo.InvariantCulture));
        }
    }
}
