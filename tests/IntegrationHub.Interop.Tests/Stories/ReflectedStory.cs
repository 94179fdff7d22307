using IntegrationHub.Interop.Tests.Languages;

namespace IntegrationHub.Interop.Tests.Stories;

/// <summary>The program reflected: a register of 6 September, sent without any contract at hand.</summary>
internal static class ReflectedStory
{
    public static async Task ShouldHoldAsync(Language language)
    {
        await using var hub = await InteropHub.StartAsync();
        var receipt = await language.RunAsync<ReceiptFacts>("reflected", hub.Address);
        await hub.ShouldHoldMarksOfAsync(6);
        var journal = await hub.KillAndReadJournalAsync();
        journal.ShouldHaveSingleItem().ShouldBe(KeyValuePair.Create(receipt.Id, receipt.Position.ShouldNotBeNull()));
    }
}
