using IntegrationHub.Contracts.Feed.V1;

namespace IntegrationHub.Server.Tests.Feeds.Model;

/// <summary>Holds receipts against the answers that they should give. It knows which place in the journal every position stands for.</summary>
internal sealed class ReceiptReading
{
    private readonly SortedDictionary<long, int> _orders = [];

    public void ShouldBe(FeedReceipt receipt, Sent sent, Answer answer)
    {
        receipt.SubmissionId.ShouldBe(sent.Id);
        receipt.Sequence.ShouldBe(sent.Sequence ?? 0);
        Read(receipt, answer).ShouldBe(answer.ToString(), $"the receipt for {sent}");
    }

    private string Read(FeedReceipt receipt, Answer answer)
    {
        if (receipt.Refused is { } refused)
            return new Answer { Refused = refused.Reason }.ToString();
        var accepted = receipt.Accepted.ShouldNotBeNull();
        return new Answer
        {
            Order = OrderOf(accepted.Position, answer.Order),
            AcceptTime = accepted.AcceptTime.ToDateTime(),
            Duplicate = accepted.Duplicate,
            Notices = [.. accepted.Notices.Select(x => Answer.Notice(x.ItemIndex, x.Outcome.ToString().ToUpperInvariant(), x.Reason))],
        }.ToString();
    }

    /// <summary>A position that was not seen before must be where it belongs between the others.</summary>
    private int OrderOf(long position, int expected)
    {
        if (_orders.TryGetValue(position, out var order))
            return order;
        _orders.Where(x => x.Value < expected).ShouldAllBe(x => x.Key < position);
        _orders.Where(x => x.Value > expected).ShouldAllBe(x => x.Key > position);
        _orders.ShouldNotContain(x => x.Value == expected);
        return _orders[position] = expected;
    }
}
