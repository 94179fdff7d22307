namespace IntegrationHub.Cli.Import;

/// <summary>
/// A snapshot under way. It takes effect only when every row of it was taken: a row that was left out, for a slip in its date say,
/// would read as "this child is gone".
/// </summary>
/// <param name="name">What it restates, for people: "the roll of school 118500".</param>
internal sealed class SnapshotScope(string name)
{
    public string Name => name;

    /// <summary>UUID of the snapshot. A new one each time: a snapshot restates the whole, and stating it again changes nothing.</summary>
    public string Id { get; } = ImportIdentity.NewId();

    /// <summary>Records sent in it.</summary>
    public long Records { get; set; }

    /// <summary>Why it cannot take effect; null: nothing is in its way.</summary>
    public string? Spoilt { get; private set; }

    /// <summary>Whether the hub holds it until somebody approves it.</summary>
    public bool Held { get; private set; }

    public void Spoil(string reason, string advice) => Spoilt ??= $"{reason}: {advice}";

    public void Hold() => Held = true;
}
