namespace IntegrationHub.Server.Tests.Feeds.Model;

/// <summary>Smaller histories, for the shortest one that still fails: fewer commands, then less in each.</summary>
internal static class HistoryShrinker
{
    public static IEnumerable<History> Shrink(History history) =>
        Fewer(history.Commands).Concat(Replaced(history.Commands, Smaller)).Select(x => history with { Commands = x });

    /// <summary>Without the one half, without the other, and so on down to single ones.</summary>
    private static IEnumerable<IReadOnlyList<T>> Fewer<T>(IReadOnlyList<T> items)
    {
        for (var size = Math.Max(1, items.Count / 2); size >= 1 && items.Count > 0; size /= 2)
        {
            for (var from = 0; from < items.Count; from += size)
                yield return [.. items.Take(from), .. items.Skip(from + size)];
        }
    }

    private static IEnumerable<IReadOnlyList<T>> Replaced<T>(IReadOnlyList<T> items, Func<T, IEnumerable<T>> smaller) =>
        from i in Enumerable.Range(0, items.Count)
        from item in smaller(items[i])
        select (IReadOnlyList<T>)[.. items.Take(i), item, .. items.Skip(i + 1)];

    private static IEnumerable<Command> Smaller(Command command) => command switch
    {
        Command.Submit x => Smaller(x.Content).Select(y => x with { Content = y }),
        Command.SubmitAlone x => Smaller(x.Content).Select(y => x with { Content = y }),
        Command.OutOfTurn x => Smaller(x.Content).Select(y => x with { Content = y }),
        Command.Break x => Smaller(x.InFlight).Select(y => x with { InFlight = y }),
        Command.TakeOver x => Smaller(x.InFlight).Select(y => x with { InFlight = y }),
        Command.Restart x => Smaller(x.InFlight).Select(y => x with { InFlight = y }),
        _ => [],
    };

    private static IEnumerable<Batch> Smaller(Batch batch) =>
        Fewer(batch.Contents).Concat(Replaced(batch.Contents, Smaller)).Select(x => new Batch(x));

    private static IEnumerable<Content> Smaller(Content content) => content switch
    {
        Content.Register x => Fewer(x.Marks).Where(y => y.Count > 0).Select(y => x with { Marks = y })
            .Concat(Replaced(x.Marks, Smaller).Select(y => x with { Marks = y })),
        Content.Change x => Fewer(x.Entries).Where(y => y.Count > 0).Select(y => x with { Entries = y }),
        Content.Part x => Fewer(x.Entries).Where(y => y.Count > 0).Select(y => x with { Entries = y }),
        _ => [],
    };

    private static IEnumerable<Mark> Smaller(Mark mark)
    {
        if (mark.Time is not null)
            yield return mark with { Time = null };
        if (mark.Withdrawn)
            yield return mark with { Withdrawn = false };
    }
}
