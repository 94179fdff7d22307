using System.Threading.Channels;
using Grpc.Net.Client;
using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Contracts.Registers.V1;

namespace IntegrationHub.Client.Tests.Readme;

/// <summary>The code of the package's README. What stands between two dashed lines stands there, word for word.</summary>
internal static class ReadmeProgram
{
    public static async Task WholeAsync(Uri address, string folder, ChannelReader<RegisterSubmission> saved, List<string> problems, CancellationToken stopping)
    {
        // ---
        using GrpcChannel channel = HubChannel.ForAddress(address);
        HubClient hub = new(channel, new HubClientOptions { System = "mis-of-our-schools" });
        await using FeedWriter<RegisterSubmission> feed = await hub.OpenRegisterFeedAsync(new FeedOptions
        {
            WriterId = "school-900001",
            SpoolFolder = folder,
            KeepOutcomes = true,
        }, stopping);
        await foreach (FeedOutcome<RegisterSubmission> outcome in feed.ExchangeAsync(saved.ReadAllAsync(stopping), stopping))
            Record(outcome);
        // ---
        Summarise(feed, problems);

        void Record(FeedOutcome<RegisterSubmission> outcome)
        {
            // ---
            if (outcome.Refused is { } refused)
                problems.Add($"{outcome.Submission.SubmissionId} was not taken: {refused.Reason}. {refused.Detail}");
            foreach (Notice notice in outcome.Quarantined)
                problems.Add($"{outcome.Submission.SubmissionId}: the mark at {notice.ItemIndex} does not count yet: {notice.Reason}");
            // ---
        }
    }

    public static async Task FromOutboxAsync(HubClient hub, IEnumerable<RegisterSubmission> outbox, CancellationToken stopping)
    {
        // ---
        await using FeedWriter<RegisterSubmission> feed = await hub.OpenRegisterFeedAsync(new FeedOptions { WriterId = "school-900001" }, stopping);
        foreach (RegisterSubmission register in outbox.Skip((int)feed.Watermark))
            await feed.SendAsync(register, stopping);
        await feed.CompleteAsync(stopping);
        // ---
    }

    public static FeedOptions Renumbered(FeedOptions options)
    {
        // ---
        FeedOptions once = options with { RenumberSpool = true };
        // ---
        return once;
    }

    private static void Summarise(FeedWriter<RegisterSubmission> feed, List<string> problems)
    {
        // ---
        FeedSummary summary = feed.Summary;
        problems.Add($"{summary.Accepted} accepted, {summary.Duplicates} again, {summary.Refused} refused");
        foreach ((string reason, long count) in summary.RefusedByReason)
            problems.Add($"{count} refused for {reason}");
        foreach ((FeedNotice notice, long count) in summary.Notices)
            problems.Add($"{count} marks {notice.Outcome} for {notice.Reason}");
        // ---
    }
}
