using System.Collections.Frozen;
using System.Reflection;

namespace IntegrationHub.Domain;

/// <summary>Every reason with its meaning, read from <see cref="Reason"/>. docs/errors.md is printed from it.</summary>
public static class ReasonCatalogue
{
    private static readonly FrozenDictionary<string, ReasonEntry> ByName = typeof(Reason)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(Read)
        .ToFrozenDictionary(x => x.Name, StringComparer.Ordinal);

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<ReasonEntry> All { get; } = [.. ByName.Values.OrderBy(x => x.Name, StringComparer.Ordinal)];

    /// <returns>Null: the hub gives no such reason.</returns>
    public static ReasonEntry? Find(string name) => ByName.GetValueOrDefault(name);

    private static ReasonEntry Read(FieldInfo field)
    {
        var means = field.GetCustomAttribute<MeansAttribute>()
            ?? throw new InvalidOperationException($"Reason.{field.Name} does not say what it means.");
        var arises = field.GetCustomAttributes<ArisesAttribute>().OrderBy(x => x.Effect).ToList();
        if (arises.Count == 0)
            throw new InvalidOperationException($"Reason.{field.Name} does not say where it arises.");
        return new((string)field.GetRawConstantValue()!, means.Meaning, means.Mending,
            [.. arises.Select(x => new ReasonUse(x.Effect, x.Status, x.Retry))]);
    }
}
