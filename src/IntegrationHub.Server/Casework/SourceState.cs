using IntegrationHub.Domain.Casework;

namespace IntegrationHub.Server.Casework;

/// <summary>A declared source as it stands on a date: what it can say, how far it may be believed, and what it holds.</summary>
public sealed record SourceState
{
    public required SourceDeclaration Declaration { get; init; }

    /// <summary>The last complete load. Null: there has been none.</summary>
    public SourceLoad? LastLoad { get; init; }

    public required FitnessReport Fitness { get; init; }

    /// <summary>Whether it has ever said all that it holds. Without, it can name a lead and never say that there is none.</summary>
    public bool HasCompleteLoad => LastLoad is not null;

    /// <summary>Children it holds, of all ages.</summary>
    public int ChildCount { get; init; }

    /// <summary>Those of them that are joined to a pupil.</summary>
    public int MatchedChildCount { get; init; }

    /// <summary>Lead roles open on the date.</summary>
    public int OpenLeadCount { get; init; }

    /// <summary>Those of them that a person holds.</summary>
    public int NamedLeadCount { get; init; }

    /// <summary>Plans open on the date, of every kind.</summary>
    public int OpenPlanCount { get; init; }

    /// <summary>Records that do not count until they are mended. Any of them may be the lead that seems to be missing.</summary>
    public int HeldRecordCount { get; init; }
}

/// <summary>A complete load of a source.</summary>
/// <param name="Position">The journal position at which it became visible.</param>
/// <param name="AsOfDate">The date whose state it gives.</param>
/// <param name="ReceivedTime">When it became visible, UTC.</param>
public sealed record SourceLoad(long Position, DateOnly AsOfDate, DateTime ReceivedTime);
