using System.Collections.Concurrent;
using IntegrationHub.Contracts.Feed.V1;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Model;
using IntegrationHub.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IntegrationHub.Cli.Tests.Faults;

/// <summary>The receipts that senders were given, to be held against the journal.</summary>
internal sealed class ReceiptBook
{
    private readonly ConcurrentDictionary<string, long> _positions = new();

    public int Count => _positions.Count;

    public void Add(FeedReceipt receipt) =>
        _positions.TryAdd(receipt.SubmissionId, receipt.Accepted.Position).ShouldBeTrue("a receipt came twice");

    /// <summary>Each receipt's position holds its submission, and nothing else is there. No hub may serve the folder meanwhile.</summary>
    public async Task ShouldBeTheJournalAsync(string path)
    {
        using var folder = DataFolder.TryOpen(path).ShouldNotBeNull();
        await using var database = await SqliteDatabase.OpenAsync(folder.DatabaseFile, default);
        await using var context = database.CreateReadContext();
        var journal = await context.Journal
            .Where(x => x.Feed == Feed.Registers)
            .ToDictionaryAsync(x => x.SubmissionId, x => x.Position);
        journal.OrderBy(x => x.Value).ShouldBe(_positions.Select(x => KeyValuePair.Create(Guid.Parse(x.Key), x.Value)).OrderBy(x => x.Value));
    }
}
