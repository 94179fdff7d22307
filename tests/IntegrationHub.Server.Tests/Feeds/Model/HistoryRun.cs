using Google.Protobuf;
using IntegrationHub.Contracts.Registers.V1;

namespace IntegrationHub.Server.Tests.Feeds.Model;

/// <summary>
/// Plays a history to a hub and to the model, and holds one against the other. Only one writer at a time has submissions on their
/// way, so that the order in which the hub takes them is known.
/// </summary>
internal sealed class HistoryRun : IDisposable
{
    private readonly HistoryHub _hub;
    private readonly HistorySchool _school;
    private readonly PlainHub _model;
    private readonly ReceiptReading _reading = new();
    private readonly Dictionary<Writer, WriterRun> _writers;
    private readonly List<Sent> _sent = [];

    public HistoryRun(HistoryHub hub, int number)
    {
        _hub = hub;
        var now = hub.Clock.Now.UtcDateTime;
        _school = new HistorySchool(number, now);
        _model = new PlainHub(_school.UrnText, DateOnly.FromDateTime(now)) { Now = now };
        _writers = Enum.GetValues<Writer>().ToDictionary(x => x, x => new WriterRun(x, $"{x}-{number}", hub, _model, _reading));
    }

    public async Task CheckAsync(History history)
    {
        await _hub.AddSchoolAsync(_school);
        var before = await _hub.HeldMarksAsync();
        foreach (var command in history.Commands)
            await PlayAsync(command);
        foreach (var writer in _writers.Values)
        {
            await writer.EndAsync();
            (await _hub.WatermarkAsync(writer.Writer, writer.Id)).ShouldBe(_model.WatermarkOf(writer.Writer), $"watermark of {writer.Writer}");
        }
        // Once with the journal's tail merged in, perhaps, and once from strips alone.
        await ShouldCountAsync();
        var after = await _hub.HeldMarksAsync();
        await ShouldCountAsync();
        (after.Pending - before.Pending).ShouldBe(_model.Registers.Pending(_model.Roll), "pending marks");
        (after.Quarantined - before.Quarantined).ShouldBe(_model.Registers.Quarantined, "quarantined marks");
    }

    public void Dispose()
    {
        foreach (var writer in _writers.Values)
            writer.Leave();
    }

    private async Task ShouldCountAsync()
    {
        foreach (var pupil in Enumerable.Range(0, HistorySchool.Pupils))
            (await _hub.MarksAsync(_school.UpnOf(pupil))).ShouldBe(_model.Registers.MarksOf(HistorySchool.MisOf(pupil), _model.Roll), $"marks of p{pupil}");
    }

    private async Task PlayAsync(Command command)
    {
        foreach (var other in _writers.Values.Where(x => !IsBy(x.Writer, command)))
            await other.SettleAsync();
        await (command switch
        {
            Command.Submit x => SubmitAsync(x.Writer, _school.Message(x.Content, _model)),
            Command.SubmitAlone x => SubmitAloneAsync(x.Writer, _school.Message(x.Content, _model)),
            Command.Resend x => ResendAsync(x),
            Command.Alter x => Ago(x.Writer, x.Ago) is { } sent ? SubmitAsync(x.Writer, Altered(sent)) : Task.CompletedTask,
            Command.OutOfTurn x => OutOfTurnAsync(x),
            Command.Break x => _writers[x.Writer].BreakAsync(Remembered(x.Writer, x.InFlight)),
            Command.TakeOver x => _writers[x.Writer].TakeOverAsync(Remembered(x.Writer, x.InFlight), Late(x.Writer)),
            Command.Restart x => RestartAsync(x),
            Command.Approve x => ApproveAsync(x),
            Command.Wait x => WaitAsync(x),
            _ => throw new ArgumentOutOfRangeException(nameof(command)),
        });
    }

    private async Task SubmitAsync(Writer writer, IMessage message) => _sent.Add(await _writers[writer].SubmitAsync(message));

    private async Task SubmitAloneAsync(Writer writer, IMessage message)
    {
        await _writers[writer].SettleAsync();
        var sent = new Sent(writer, null, message);
        _sent.Add(sent);
        _reading.ShouldBe(await _hub.SubmitAloneAsync(message, _writers[writer].Id), sent, _model.Take(sent));
    }

    private Task ResendAsync(Command.Resend resend)
    {
        if (Ago(resend.Writer, resend.Ago) is not { } sent)
            return Task.CompletedTask;
        return resend.Place switch
        {
            Place.Alone => SubmitAloneAsync(resend.Writer, sent.Message),
            Place.SameSequence when sent.Writer == resend.Writer && sent.Sequence is { } sequence =>
                _writers[resend.Writer].SubmitOutOfTurnAsync(sequence, sent.Message),
            _ => SubmitAsync(resend.Writer, sent.Message),
        };
    }

    private Task OutOfTurnAsync(Command.OutOfTurn command)
    {
        var message = _school.Message(command.Content, _model);
        var next = _model.WatermarkOf(command.Writer) + 1;
        return command.Offset == 0
            ? SubmitAsync(command.Writer, message)
            : _writers[command.Writer].SubmitOutOfTurnAsync(next + command.Offset, message);
    }

    private async Task RestartAsync(Command.Restart restart)
    {
        foreach (var other in _writers.Values.Where(x => x.Writer != restart.Writer))
            await other.EndAsync();
        var resume = await _writers[restart.Writer].StopAsync(Remembered(restart.Writer, restart.InFlight));
        await _hub.CloseAsync();
        await _hub.ServeAsync();
        await resume();
    }

    private async Task ApproveAsync(Command.Approve approve)
    {
        var snapshot = _school.SnapshotAgo(approve.Ago);
        (await _hub.ApproveAsync(snapshot)).ShouldBe(_model.Approve(snapshot), "the approval");
    }

    private Task WaitAsync(Command.Wait wait)
    {
        _hub.Clock.Now += TimeSpan.FromMinutes(wait.Minutes);
        _model.Now = _hub.Clock.Now.UtcDateTime;
        return Task.CompletedTask;
    }

    private List<IMessage> Remembered(Writer writer, Batch batch)
    {
        var messages = batch.Contents.Select(x => _school.Message(x, _model)).ToList();
        var next = _model.WatermarkOf(writer) + 1;
        _sent.AddRange(messages.Select((x, i) => new Sent(writer, next + i, x)));
        return messages;
    }

    /// <summary>What a writer sends who does not know that it has been superseded. It is never counted, so it is not remembered.</summary>
    private IMessage Late(Writer writer) => _school.Message(
        writer < Writer.RollAnna ? new Content.Register(0, Flaw.None, false, [new(0, "I", 100, false)]) : new Content.Change([new(0, Enrolled.OnRoll)]),
        _model);

    private Sent? Ago(Writer writer, int ago)
    {
        var sent = _sent.Where(x => x.IsRegister == writer < Writer.RollAnna).ToList();
        return ago < sent.Count ? sent[^(ago + 1)] : null;
    }

    private static IMessage Altered(Sent sent)
    {
        if (sent.Message is RegisterSubmission register)
            return new RegisterSubmission(register) { RegisterGroup = "altered" };
        var roll = ((Contracts.Roll.V1.RollSubmission)sent.Message).Clone();
        roll.SchoolUrn = "999999";
        return roll;
    }

    private static bool IsBy(Writer writer, Command command) => command switch
    {
        Command.Submit x => x.Writer == writer,
        Command.Resend { Place: not Place.Alone } x => x.Writer == writer,
        Command.Alter x => x.Writer == writer,
        Command.OutOfTurn x => x.Writer == writer,
        _ => false,
    };
}
