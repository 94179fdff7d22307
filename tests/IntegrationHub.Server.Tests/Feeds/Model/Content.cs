namespace IntegrationHub.Server.Tests.Feeds.Model;

/// <summary>What a submission says, before it has an id.</summary>
internal abstract record Content
{
    /// <summary>A register of one of four sessions: Monday's and Wednesday's.</summary>
    public sealed record Register(int Session, Flaw Flaw, bool ByUpn, IReadOnlyList<Mark> Marks) : Content
    {
        public override string ToString() =>
            $"register of session {Session}{(Flaw == Flaw.None ? "" : $" ({Flaw})")}: {string.Join(", ", Marks)}{(ByUpn ? " by UPN" : "")}";
    }

    /// <summary>Changes of the roll without a snapshot.</summary>
    public sealed record Change(IReadOnlyList<Entry> Entries) : Content
    {
        public override string ToString() => $"roll: {string.Join(", ", Entries)}";
    }

    /// <summary>Begins a snapshot, under an id of its own or under the last one's.</summary>
    public sealed record Begin(bool UsedId) : Content;

    /// <summary>Records of a snapshot begun so many snapshots ago.</summary>
    public sealed record Part(int Ago, IReadOnlyList<Entry> Entries) : Content
    {
        public override string ToString() => $"part of snapshot {Ago} ago: {string.Join(", ", Entries)}";
    }

    /// <summary>Ends a snapshot with the right count, or with one that is out by so many.</summary>
    public sealed record End(int Ago, int Miscount) : Content;
}

/// <summary>What is wrong with a register as a whole.</summary>
internal enum Flaw
{
    None,
    NoId,
    EmptyId,
    UnknownSchool,
    InFuture,
    NoMarks,
    NoSession,
}

/// <summary>A mark of one of four pupils.</summary>
/// <param name="Time">Minutes from the history's beginning; null: none given.</param>
internal sealed record Mark(int Pupil, string Code, int? Time, bool Withdrawn)
{
    public override string ToString() =>
        $"p{Pupil} {(Withdrawn ? "withdrawn" : $"'{Code}'")}{(Time is { } minutes ? $" at {minutes}" : "")}";
}

/// <summary>A record of a roll.</summary>
internal sealed record Entry(int Pupil, Enrolled Enrolled)
{
    public override string ToString() => $"p{Pupil} {Enrolled}";
}

/// <summary>What a record says of a pupil.</summary>
internal enum Enrolled
{
    OnRoll,

    /// <summary>Tuesday was the last day.</summary>
    Left,
    Removed,
}
