using IntegrationHub.Storage;
using IntegrationHub.Storage.Journal;

namespace IntegrationHub.Server.Quarantine;

/// <summary>One way of resolving what is in quarantine.</summary>
internal interface IMend
{
    /// <summary>MAP_CODE and so on.</summary>
    string Action { get; }

    /// <summary>Makes the change, in the transaction of its journal row.</summary>
    Task<MendOutcome> ApplyAsync(HubDbContext context, string authority, long position, CancellationToken cancellationToken);
}

/// <summary>What a mend did.</summary>
internal sealed record MendOutcome
{
    /// <summary>Schools whose registers must be looked at again.</summary>
    public IReadOnlyCollection<SchoolKey> Schools { get; init; } = [];

    /// <summary>The school that it is about. Null: none, or several.</summary>
    public int? Scope { get; init; }

    /// <summary>How many things it was done to.</summary>
    public int ItemCount { get; init; }

    /// <summary>Not null: it cannot be done.</summary>
    public Refusal? Refusal { get; init; }

    public static MendOutcome Refused(string reason, string detail, string field) => new() { Refusal = new(reason, detail, field) };
}
