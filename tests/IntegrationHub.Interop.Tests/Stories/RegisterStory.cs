using IntegrationHub.Domain;
using IntegrationHub.Interop.Tests.Languages;

namespace IntegrationHub.Interop.Tests.Stories;

/// <summary>
/// The program register of each language: one register twice, one for an unknown school, and one from a writer whose name is none.
/// </summary>
internal static class RegisterStory
{
    public static async Task ShouldHoldAsync(Language language)
    {
        await using var hub = await InteropHub.StartAsync();
        var facts = await language.RunAsync<RegisterFacts>("register", hub.Address);
        var (first, again, refused) = (facts.Receipts[0], facts.Receipts[1], facts.Receipts[2]);
        first.ShouldBe(first with { Sequence = 0, Duplicate = false, Reason = null });
        again.ShouldBe(first with { Duplicate = true });
        (refused.Position, refused.Reason, refused.Field).ShouldBe((null, Reason.UnknownSchool, "school_urn"));
        (facts.Error.Code, facts.Error.Reason).ShouldBe(("INVALID_ARGUMENT", Reason.InvalidWriterId));
        facts.Error.Fields.ShouldBe(["writer_id"]);

        await hub.ShouldHoldMarksOfAsync(6);
        var journal = await hub.KillAndReadJournalAsync();
        journal.ShouldHaveSingleItem().ShouldBe(KeyValuePair.Create(first.Id, first.Position.ShouldNotBeNull()));
    }

    private sealed record RegisterFacts(IReadOnlyList<ReceiptFacts> Receipts, ErrorFacts Error);
}
