using System.Globalization;

namespace IntegrationHub.Server.Tests.Feeds.Model;

/// <summary>What the contract says a receipt must say. Two are alike when their texts are.</summary>
internal sealed record Answer
{
    /// <summary>The refusal's reason; null: accepted.</summary>
    public string? Refused { get; init; }

    /// <summary>The place among all that was accepted.</summary>
    public int Order { get; init; }

    public DateTime AcceptTime { get; init; }

    public bool Duplicate { get; init; }

    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>The answer to the same submission sent again.</summary>
    public Answer Again() => Refused is null ? this with { Duplicate = true } : this;

    public static string Notice(int index, string outcome, string reason) => string.Create(CultureInfo.InvariantCulture, $"{index} {outcome} {reason}");

    public override string ToString() => Refused is not null
        ? $"refused {Refused}"
        : string.Create(CultureInfo.InvariantCulture,
            $"{(Duplicate ? "duplicate" : "accepted")} as {Order} at {AcceptTime:HH:mm} [{string.Join(", ", Notices)}]");
}
