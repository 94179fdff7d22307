using Google.Protobuf;
using IntegrationHub.Contracts.Feed.V1;

namespace IntegrationHub.Server.Tests.Feeds.Model;

/// <summary>One writer of a history: its stream, and the receipts that it has not read yet.</summary>
internal sealed class WriterRun(Writer writer, string writerId, HistoryHub hub, PlainHub model, ReceiptReading reading)
{
    private readonly Queue<(Sent Sent, Answer Answer)> _unread = [];
    private FeedLine? _line;

    public Writer Writer => writer;

    public string Id => writerId;

    /// <summary>Sends the next submission. What is to be answered is known now, and read later.</summary>
    public async Task<Sent> SubmitAsync(IMessage message)
    {
        await EnsureOpenAsync();
        var sent = new Sent(writer, model.WatermarkOf(writer) + 1, message);
        _unread.Enqueue((sent, model.Take(sent)));
        await _line!.SendAsync(sent.Sequence!.Value, message);
        return sent;
    }

    /// <summary>Sends under a sequence that is not the next one. The stream goes on when that sequence had this submission.</summary>
    public async Task SubmitOutOfTurnAsync(long sequence, IMessage message)
    {
        await EnsureOpenAsync();
        var sent = new Sent(writer, sequence, message);
        await _line!.SendAsync(sequence, message);
        if (sequence > 0 && sequence <= model.WatermarkOf(writer) && model.TakeAgain(sent) is { } again)
        {
            _unread.Enqueue((sent, again));
            return;
        }
        await SettleAsync();
        var end = await _line.ReadAsync();
        (end.End, end.ExpectedSequence).ShouldBe((Domain.Reason.SequenceGap, $"{model.WatermarkOf(writer) + 1}"));
        Leave();
    }

    /// <summary>Reads every receipt that is owed.</summary>
    public async Task SettleAsync()
    {
        while (_unread.TryDequeue(out var owed))
            reading.ShouldBe((await _line!.ReadAsync()).Receipt.ShouldNotBeNull($"{writer} is owed {owed}"), owed.Sent, owed.Answer);
    }

    /// <summary>Sends and breaks off: how much has arrived shows when the writer opens again.</summary>
    public async Task BreakAsync(IReadOnlyList<IMessage> messages)
    {
        var inFlight = await SendBlindAsync(messages);
        Leave();
        await ResumeAsync(inFlight);
    }

    /// <summary>Sends on one stream, opens another, and sends on the first again.</summary>
    public async Task TakeOverAsync(IReadOnlyList<IMessage> messages, IMessage late)
    {
        var inFlight = await SendBlindAsync(messages);
        using var older = _line!;
        _line = null;
        var answers = await ResumeAsync(inFlight);
        try
        {
            await older.SendAsync(model.WatermarkOf(writer) + 1, late);
        }
        catch (Exception exception) when (exception is Grpc.Core.RpcException or InvalidOperationException)
        {
            // The stream has ended already, which is what it should do.
        }
        (await ReadToEndAsync(older, inFlight, answers)).ShouldBe(Domain.Reason.WriterSuperseded);
    }

    /// <summary>Sends, and reads on to the end while the hub stops.</summary>
    /// <returns>What the writer does when the hub serves again: it opens and resends.</returns>
    public async Task<Func<Task>> StopAsync(IReadOnlyList<IMessage> messages)
    {
        var inFlight = await SendBlindAsync(messages);
        hub.Stop();
        var receipts = new List<FeedReceipt>();
        var draining = false;
        FeedMessage next;
        while ((next = await _line!.ReadAsync()).End is null)
        {
            draining |= next.Draining;
            if (next.Receipt is { } receipt)
                receipts.Add(receipt);
        }
        draining.ShouldBeTrue("a close is announced");
        next.End.ShouldBe(Domain.Reason.Draining);
        Leave();
        return async () => Compare(receipts, inFlight, await ResumeAsync(inFlight));
    }

    /// <summary>Closes the stream in good order.</summary>
    public async Task EndAsync()
    {
        await SettleAsync();
        if (_line is null)
            return;
        await _line.CompleteAsync();
        (await _line.ReadAsync()).End.ShouldBe("OK");
        Leave();
    }

    public void Leave()
    {
        _line?.Dispose();
        _line = null;
    }

    private async Task EnsureOpenAsync()
    {
        if (_line is not null)
            return;
        _line = hub.Line(writer, writerId);
        (await _line.OpenAsync()).ShouldBe(model.WatermarkOf(writer), $"watermark of {writer}");
    }

    private async Task<List<Sent>> SendBlindAsync(IReadOnlyList<IMessage> messages)
    {
        await EnsureOpenAsync();
        await SettleAsync();
        var inFlight = messages.Select((x, i) => new Sent(writer, model.WatermarkOf(writer) + 1 + i, x)).ToList();
        foreach (var sent in inFlight)
            await _line!.SendAsync(sent.Sequence!.Value, sent.Message);
        return inFlight;
    }

    /// <summary>
    /// Opens again. The watermark says how much of what was in flight counts; all of it is sent again, as a writer does who has no
    /// receipts, and what had arrived is answered again.
    /// </summary>
    /// <returns>What the hub owed for what had arrived.</returns>
    private async Task<List<Answer>> ResumeAsync(List<Sent> inFlight)
    {
        var before = model.WatermarkOf(writer);
        _line = hub.Line(writer, writerId);
        var watermark = await _line.OpenAsync();
        watermark.ShouldBeInRange(before, before + inFlight.Count);
        var arrived = inFlight.TakeWhile(x => x.Sequence <= watermark).Select(model.Take).ToList();
        foreach (var sent in inFlight)
        {
            await _line.SendAsync(sent.Sequence!.Value, sent.Message);
            _unread.Enqueue((sent, sent.Sequence <= watermark ? model.TakeAgain(sent)! : model.Take(sent)));
        }
        await SettleAsync();
        return arrived;
    }

    private async Task<string> ReadToEndAsync(FeedLine line, List<Sent> sent, List<Answer> answers)
    {
        var receipts = new List<FeedReceipt>();
        FeedMessage next;
        while ((next = await line.ReadAsync()).End is null)
            receipts.Add(next.Receipt.ShouldNotBeNull());
        Compare(receipts, sent, answers);
        return next.End;
    }

    /// <summary>Nobody gets a receipt for what did not count.</summary>
    private void Compare(List<FeedReceipt> receipts, List<Sent> sent, List<Answer> answers)
    {
        receipts.Count.ShouldBeLessThanOrEqualTo(answers.Count, "a receipt for something that is not in the journal");
        foreach (var (index, receipt) in receipts.Index())
            reading.ShouldBe(receipt, sent[index], answers[index]);
    }
}
