using IntegrationHub.Server.Identity;

namespace IntegrationHub.Server.Casework;

/// <summary>One record of a source that counts, in the hub's own terms.</summary>
internal abstract record CaseEntry
{
    /// <summary>The source's own identifier of the record.</summary>
    public required string Id { get; init; }

    public abstract CaseKind Kind { get; }
}

internal sealed record ChildEntry : CaseEntry
{
    public override CaseKind Kind => CaseKind.Child;

    public StatedUpn? Upn { get; init; }
    public string? NhsNumber { get; init; }
    public string Forename { get; init; } = "";
    public string Surname { get; init; } = "";
    public DateOnly? DateOfBirth { get; init; }
    public string? Sex { get; init; }
    public string? Postcode { get; init; }
    public bool Restricted { get; init; }
}

internal sealed record PlanEntry : CaseEntry
{
    public override CaseKind Kind => CaseKind.Plan;

    public required string PlanKind { get; init; }
    public required IReadOnlyList<string> Children { get; init; }
    public DateOnly StartDate { get; init; }
    public DateOnly? EndDate { get; init; }
}

internal sealed record InvolvementEntry : CaseEntry
{
    public override CaseKind Kind => CaseKind.Involvement;

    public required string Child { get; init; }
    public required string LeadKind { get; init; }
    public bool Lead { get; init; }
    public string? WorkerId { get; init; }
    public string? WorkerName { get; init; }
    public string? TeamId { get; init; }
    public string? TeamName { get; init; }
    public DateOnly StartDate { get; init; }
    public DateOnly? EndDate { get; init; }
}

/// <summary>A record is taken back.</summary>
internal sealed record RemovalEntry : CaseEntry
{
    /// <summary>The kind of what is taken back.</summary>
    public required CaseKind Taken { get; init; }

    public override CaseKind Kind => Taken;
}

/// <summary>Kinds of case records. The numbers equal the contract's.</summary>
internal enum CaseKind
{
    Child = 1,
    Plan = 2,
    Involvement = 3,
}
