using System.Globalization;

namespace IntegrationHub.Server.Tests.Feeds.Model;

/// <summary>
/// One step of a history. It names what it is about by how long ago that was, so that it still means something when the commands
/// around it are left out.
/// </summary>
internal abstract record Command
{
    /// <summary>A new submission on the writer's stream. Its receipt is read when another writer has its turn.</summary>
    public sealed record Submit(Writer Writer, Content Content) : Command;

    /// <summary>A new submission by the unary call.</summary>
    public sealed record SubmitAlone(Writer Writer, Content Content) : Command;

    /// <summary>Something that any writer of the feed has sent before, so many submissions ago.</summary>
    public sealed record Resend(Writer Writer, int Ago, Place Place) : Command;

    /// <summary>Other content under the id of something sent before.</summary>
    public sealed record Alter(Writer Writer, int Ago) : Command;

    /// <summary>New content under a sequence that is not the next one: this many further on, or back.</summary>
    public sealed record OutOfTurn(Writer Writer, int Offset, Content Content) : Command;

    /// <summary>The connection breaks before a receipt is read; the writer opens again and resends.</summary>
    public sealed record Break(Writer Writer, Batch InFlight) : Command;

    /// <summary>A second stream of the same writer opens while the first has submissions on their way; the first goes on all the same.</summary>
    public sealed record TakeOver(Writer Writer, Batch InFlight) : Command;

    /// <summary>The hub closes and starts again on the same folder.</summary>
    public sealed record Restart(Writer Writer, Batch InFlight) : Command;

    /// <summary>The LA approves a snapshot, begun so many snapshots ago.</summary>
    public sealed record Approve(int Ago) : Command;

    /// <summary>Time goes by.</summary>
    public sealed record Wait(int Minutes) : Command;
}

/// <summary>Two writers of registers and two of rolls.</summary>
internal enum Writer
{
    Anna,
    Ben,
    RollAnna,
    RollBen,
}

/// <summary>Where something is sent again.</summary>
internal enum Place
{
    /// <summary>Under the sequence that it had, where this writer has sent it.</summary>
    SameSequence,
    NewSequence,
    Alone,
}

/// <summary>Submissions sent one after another.</summary>
internal sealed record Batch(IReadOnlyList<Content> Contents)
{
    public override string ToString() => $"[{string.Join("; ", Contents)}]";
}

/// <summary>Commands, and the seed that they were made from.</summary>
internal sealed record History(int Seed, IReadOnlyList<Command> Commands)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"history of HUB_FAULT_SEED={Seed}:\n{string.Join('\n', Commands.Select((x, i) => $"  {i + 1}. {x}"))}\n");
}
