namespace IntegrationHub.Server.Tests.Feeds.Model;

/// <summary>Makes histories by chance: mostly sense, with every kind of nonsense in between.</summary>
internal sealed class HistoryMaker(int seed)
{
    private const int MostCommands = 16;
    private static readonly string[] Codes = ["L", "O", "I", "B", "", "?!"];

    private readonly Random _chance = new(seed);

    public static History Make(int seed) => new HistoryMaker(seed).Make();

    private History Make() => new(seed, [.. Many(2, MostCommands, Command)]);

    private Command Command() => _chance.Next(100) switch
    {
        < 46 => Written((writer, content) => new Command.Submit(writer, content)),
        < 52 => Written((writer, content) => new Command.SubmitAlone(writer, content)),
        < 66 => new Command.Resend(Any<Writer>(), _chance.Next(6), Any<Place>()),
        < 71 => new Command.Alter(Any<Writer>(), _chance.Next(6)),
        < 75 => Written((writer, content) => new Command.OutOfTurn(writer, _chance.Next(-2, 3), content)),
        < 83 => new Command.Break(Pick(out var broken), InFlight(broken)),
        < 89 => new Command.TakeOver(Pick(out var taken), InFlight(taken)),
        < 92 => new Command.Approve(_chance.Next(3)),
        < 99 => new Command.Wait(_chance.Next(1, 40)),
        _ => new Command.Restart(Pick(out var restarted), InFlight(restarted)),
    };

    private Command Written(Func<Writer, Content, Command> command) => command(Pick(out var writer), ContentOf(writer));

    private Batch InFlight(Writer writer) => new([.. Many(0, 5, () => ContentOf(writer))]);

    private Content ContentOf(Writer writer) => writer < Writer.RollAnna ? Register() : Roll();

    private Content.Register Register() => new(
        _chance.Next(4), _chance.Next(8) == 0 ? Any<Flaw>() : Flaw.None, _chance.Next(3) == 0, [.. Many(1, 4, Mark)]);

    private Mark Mark() => new(
        _chance.Next(4), Codes[_chance.Next(Codes.Length)], _chance.Next(3) == 0 ? null : 10 * _chance.Next(-2, 9), _chance.Next(8) == 0);

    private Content Roll() => _chance.Next(10) switch
    {
        < 4 => new Content.Change([.. Many(1, 3, Entry)]),
        < 6 => new Content.Begin(_chance.Next(6) == 0),
        < 8 => new Content.Part(Recent(), [.. Many(1, 4, Entry)]),
        _ => new Content.End(Recent(), _chance.Next(5) == 0 ? _chance.Next(-1, 2) : 0),
    };

    private Entry Entry() => new(_chance.Next(4), _chance.Next(4) == 0 ? Any<Enrolled>() : Enrolled.OnRoll);

    private int Recent() => _chance.Next(5) == 0 ? _chance.Next(3) : 0;

    private Writer Pick(out Writer writer) => writer = Any<Writer>();

    private T Any<T>()
        where T : struct, Enum
    {
        var values = Enum.GetValues<T>();
        return values[_chance.Next(values.Length)];
    }

    private List<T> Many<T>(int least, int most, Func<T> one) =>
        [.. Enumerable.Range(0, _chance.Next(least, most + 1)).Select(_ => one())];
}
