namespace IntegrationHub.Server.Feeds.Records;

/// <summary>What one record of a roll or of a source says.</summary>
/// <param name="Kind">The feed's number for the kind of record.</param>
/// <param name="Id">What it names, so that nothing is closed because its record has a fault; empty when it names nothing as held.</param>
/// <param name="Entry">What it says. Null: it does not count.</param>
/// <param name="Fault">Why it does not count, from the published catalogue.</param>
/// <param name="Warnings">What should be mended about a record that counts.</param>
internal readonly record struct RecordReading<TEntry>(short Kind, string Id, TEntry? Entry, string? Fault, IReadOnlyList<string> Warnings)
    where TEntry : class;
