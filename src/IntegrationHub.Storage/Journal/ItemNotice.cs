using System.Text.Json;

namespace IntegrationHub.Storage.Journal;

/// <summary>Something to know about one mark or record of an accepted submission.</summary>
/// <param name="ItemIndex">Index in the submission, from 0.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">UPPER_SNAKE_CASE, from the published catalogue.</param>
public readonly record struct ItemNotice(int ItemIndex, ItemOutcome Outcome, string Reason)
{
    internal static string? ToJson(IReadOnlyList<ItemNotice> notices) => notices.Count == 0 ? null : JsonSerializer.Serialize(notices);

    internal static IReadOnlyList<ItemNotice> FromJson(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize<List<ItemNotice>>(json) ?? [];
}

/// <summary>What became of an odd mark or record. The numbers are stored and equal the contract's.</summary>
public enum ItemOutcome
{
    Warning = 1,
    Pending = 2,
    Quarantined = 3,
}
