namespace IntegrationHub.Domain.Casework;

/// <summary>A lead role for a child as a source records it.</summary>
/// <remarks>
/// <para>
/// A role is open on a date from the day it starts, that day included, until the day it ends, that day not: on the day something ended it
/// the child is no longer led by that person, and someone else has to be. A role that starts and ends on one day was never open. A source
/// that gives no start date is taken at its word that the role is open.
/// </para>
/// <para>
/// The worker is a person when the name or the id is more than a placeholder. Where the source enters a team as the worker, by saying so or
/// by repeating the team's own id or name, a team holds the role.
/// </para>
/// </remarks>
public sealed record LeadRecord
{
    /// <summary>The source's own key of the record, for evidence; empty where it has none.</summary>
    public string RecordId { get; init; } = "";

    /// <summary>One of <see cref="LeadKinds"/>, or a kind the table does not hold.</summary>
    public required string LeadKind { get; init; }

    public string? WorkerId { get; init; }

    public string? WorkerName { get; init; }

    public string? TeamId { get; init; }

    public string? TeamName { get; init; }

    /// <summary>True when the source says that the worker is a team or duty desk.</summary>
    public bool WorkerIsTeam { get; init; }

    /// <summary>True when the source holds a worker and withholds who.</summary>
    public bool Redacted { get; init; }

    /// <summary>True when the directory of professionals says that the worker no longer works there.</summary>
    public bool WorkerHasLeft { get; init; }

    public DateOnly? Start { get; init; }

    public DateOnly? End { get; init; }

    /// <summary>True for a lead of the local authority.</summary>
    public bool IsLa => LeadKinds.IsLa(LeadKind);

    /// <summary>What stands in the place of the worker.</summary>
    public LeadHolder Holder
    {
        get
        {
            if (Redacted)
                return LeadHolder.Redacted;
            if (!WorkerPlaceholder.IsPlaceholder(WorkerId) || !WorkerPlaceholder.IsPlaceholder(WorkerName))
                return IsTheTeam() ? LeadHolder.Team : LeadHolder.Person;
            if (WorkerValue is not null)
                return LeadHolder.Placeholder;
            return WorkerIsTeam && HasTeam ? LeadHolder.Team : LeadHolder.Blank;
        }
    }

    /// <summary>
    /// The written value that tells this worker from others: an id before a name, something real before a placeholder; null when blank.
    /// </summary>
    public string? WorkerValue =>
        new[] { WorkerId, WorkerName }.FirstOrDefault(value => !WorkerPlaceholder.IsPlaceholder(value))?.Trim()
        ?? new[] { WorkerId, WorkerName }.FirstOrDefault(value => !string.IsNullOrWhiteSpace(value))?.Trim();

    /// <summary>True when a team is written beside the worker, or in its place.</summary>
    public bool HasTeam => !WorkerPlaceholder.IsPlaceholder(TeamId) || !WorkerPlaceholder.IsPlaceholder(TeamName);

    /// <summary>True from the start date, inclusive, to the end date, exclusive.</summary>
    public bool IsOpenOn(DateOnly date) => (Start is null || Start <= date) && (End is null || date < End);

    private bool IsTheTeam() =>
        WorkerIsTeam
        || (!WorkerPlaceholder.IsPlaceholder(TeamId) && SameText(WorkerValue, TeamId))
        || (!WorkerPlaceholder.IsPlaceholder(TeamName) && SameText(WorkerName, TeamName));

    private static bool SameText(string? left, string? right) =>
        string.Equals(left?.Trim(), right?.Trim(), StringComparison.OrdinalIgnoreCase);
}
