namespace IntegrationHub.Domain.Casework;

/// <summary>A plan that covers a child, as a source records it.</summary>
/// <remarks>
/// A plan has many subjects: a whole-family plan on a sibling's or a parent's record is a plan record of each child it names. It is open
/// from its start, that day included, until its end, that day not, for the reason a lead is: what ended today is not in place today.
/// </remarks>
public sealed record PlanRecord
{
    /// <summary>The source's own key of the record, for evidence; empty where it has none.</summary>
    public string RecordId { get; init; } = "";

    /// <summary>One of <see cref="PlanKinds"/>, or a kind the table does not hold.</summary>
    public required string PlanKind { get; init; }

    public DateOnly? Start { get; init; }

    public DateOnly? End { get; init; }

    /// <summary>True when an open plan of this kind is a plan in place.</summary>
    public bool Counts => PlanKinds.Counts(PlanKind);

    /// <summary>True from the start date, inclusive, to the end date, exclusive.</summary>
    public bool IsOpenOn(DateOnly date) => (Start is null || Start <= date) && (End is null || date < End);
}
