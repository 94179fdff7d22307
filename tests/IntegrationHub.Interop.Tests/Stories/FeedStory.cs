using IntegrationHub.Domain;
using IntegrationHub.Interop.Tests.Languages;

namespace IntegrationHub.Interop.Tests.Stories;

/// <summary>
/// The program feed of each language: registers 1 to 3 are taken, 4 names an unknown school, 9 is out of turn and ends the stream.
/// Then 5 to 9 go out, the line breaks before any receipt is read, and they go out again.
/// </summary>
internal static class FeedStory
{
    private const int ReceiptsSurelyLost = 3;

    public static async Task ShouldHoldAsync(Language language)
    {
        await using var hub = await InteropHub.StartAsync();
        var facts = await language.RunAsync<FeedFacts>("feed", hub.Address);
        ShouldHaveBeenTold(facts);
        await ShouldBeThereOnceAsync(hub, language, [.. facts.Receipts.Where(x => x.Position is not null)]);
    }

    private static void ShouldHaveBeenTold(FeedFacts facts)
    {
        facts.Receipts.Select(x => x.Sequence).ShouldBe([1L, 2, 3, 4, 5, 6, 7, 8, 9]);
        var refused = facts.Receipts.Single(x => x.Position is null);
        (refused.Sequence, refused.Reason, refused.Field).ShouldBe((4, Reason.UnknownSchool, "school_urn"));
        (facts.Gap.Code, facts.Gap.Reason).ShouldBe(("FAILED_PRECONDITION", Reason.SequenceGap));
        facts.Gap.Metadata["expected_sequence"].ShouldBe("5");
        (facts.FirstWatermark, facts.SecondWatermark, facts.LastWatermark).ShouldBe((0, 4, 9));
        facts.ResumedAt.ShouldBeInRange(4 + ReceiptsSurelyLost, 9);
        facts.Receipts.Where(x => x.Duplicate).Select(x => x.Sequence).ShouldBe(Enumerable.Range(5, (int)facts.ResumedAt - 4).Select(x => (long)x));
        facts.End.ShouldBe("OK");
    }

    private static async Task ShouldBeThereOnceAsync(InteropHub hub, Language language, IReadOnlyList<ReceiptFacts> accepted)
    {
        var feed = await hub.FeedAsync(language.System);
        (feed.Watermark, feed.AcceptedCount, feed.RefusedCount).ShouldBe((9, 8, 1));
        await hub.ShouldHoldMarksOfAsync(6, 7, 8, 10, 13, 14, 15, 16);
        var journal = await hub.KillAndReadJournalAsync();
        journal.OrderBy(x => x.Value).ShouldBe(accepted.Select(x => KeyValuePair.Create(x.Id, x.Position!.Value)));
    }

    private sealed record FeedFacts(
        long FirstWatermark, long SecondWatermark, long ResumedAt, long LastWatermark, IReadOnlyList<ReceiptFacts> Receipts, ErrorFacts Gap,
        string End);
}
