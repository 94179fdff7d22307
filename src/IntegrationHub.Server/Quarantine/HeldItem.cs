using IntegrationHub.Storage.Attendance;
using IntegrationHub.Storage.Model;

namespace IntegrationHub.Server.Quarantine;

/// <summary>Kinds of things in quarantine. The numbers equal the contract's.</summary>
internal enum HeldKind
{
    Submission = 1,
    Mark = 2,
    PendingMark = 3,
    Record = 4,
}

/// <summary>Which things are meant.</summary>
/// <param name="Scope">A LAESTAB or a source. Null: all.</param>
/// <param name="Reason">Null: for whatever reason.</param>
internal sealed record HeldFilter(IReadOnlyCollection<HeldKind> Kinds, string? Scope, string? Reason);

/// <summary>Where a list of things in quarantine goes on.</summary>
internal sealed record HeldKey(HeldKind Kind, long Key, int Index);

/// <summary>One thing in quarantine.</summary>
internal sealed record HeldItem
{
    public required HeldKind Kind { get; init; }

    /// <summary>A refused submission's own number; the journal position of what holds a mark or record.</summary>
    public required long Key { get; init; }

    /// <summary>The mark or record in its submission.</summary>
    public int Index { get; init; }
    public required Feed Feed { get; init; }
    public required string Scope { get; init; }
    public required string Reason { get; init; }
    public string? Detail { get; init; }
    public string? Code { get; init; }
    public int SessionNumber { get; init; }
    public PupilScheme Scheme { get; init; }
    public string? Pupil { get; init; }
    public required string System { get; init; }
    public required string WriterId { get; init; }
    public required DateTime ReceivedTime { get; init; }
}

/// <summary>Things of one kind in quarantine for one reason.</summary>
internal sealed record HeldGroup(HeldKind Kind, string Scope, string Reason, string? Code, long Count, DateTime First, DateTime Last);
